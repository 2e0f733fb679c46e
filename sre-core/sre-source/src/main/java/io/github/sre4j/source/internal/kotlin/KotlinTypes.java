package io.github.sre4j.source.internal.kotlin;

import io.github.sre4j.source.internal.model.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Reads types as Kotlin writes them. Not thread-safe. */
final class KotlinTypes {

    private static final TypeRef FUNCTION = TypeRef.of("Function");

    private final KotlinCursor cursor;
    private int limit = Integer.MAX_VALUE;

    KotlinTypes(KotlinCursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a type: a name with arguments, a function type, or either of them in parentheses; nullability is dropped. */
    TypeRef type() {
        skipModifiers();
        TypeRef type = cursor.is("(") ? inParentheses() : named();
        skipNullability();
        if (cursor.is(".") && cursor.ahead(1).is("(")) {
            // A function type with a receiver.
            cursor.take();
            return inParentheses();
        }
        return type;
    }

    /** Reads a type that ends before a token: the receiver in front of a function's name. */
    TypeRef typeBefore(int index) {
        limit = index;
        TypeRef type = type();
        limit = Integer.MAX_VALUE;
        return type;
    }

    /** Moves behind type parameters or arguments that start here. */
    void skipArguments() {
        cursor.to(argumentsEnd(cursor.at()) + 1);
    }

    /** Returns the index of the angle bracket that closes the one at an index, or the index itself if the tokens are no type arguments. */
    int argumentsEnd(int from) {
        int depth = 0;
        for (int i = from; ; i++) {
            KotlinToken token = cursor.token(i);
            if (token.is("<")) {
                depth++;
            } else if (token.is(">")) {
                if (--depth == 0) {
                    return i;
                }
            } else if (!belongsToType(token)) {
                return from;
            }
        }
    }

    private static boolean belongsToType(KotlinToken token) {
        if (token.isWord()) {
            return true;
        }
        for (String each : List.of(",", ".", "?", "*", ":", "->", "(", ")", "@", "&")) {
            if (token.is(each)) {
                return true;
            }
        }
        return false;
    }

    private void skipModifiers() {
        while (true) {
            if (cursor.is("@")) {
                cursor.take();
                name();
                if (cursor.is("(")) {
                    cursor.skipBrackets();
                }
            } else if ((cursor.is("suspend") || cursor.is("out") || cursor.is("in") || cursor.is("vararg"))
                    && (cursor.ahead(1).isWord() || cursor.ahead(1).is("("))) {
                cursor.take();
            } else {
                return;
            }
        }
    }

    private void skipNullability() {
        while (cursor.is("?")
                || cursor.is("!!")
                || (cursor.is("&") && cursor.ahead(1).isWord())) {
            if (cursor.take().is("&")) {
                type();
            }
        }
    }

    private TypeRef inParentheses() {
        int open = cursor.at();
        int close = cursor.closing(open);
        if (cursor.token(close + 1).is("->")) {
            cursor.to(close + 2);
            type();
            return FUNCTION;
        }
        cursor.take();
        TypeRef inner = type();
        cursor.to(close + 1);
        return inner;
    }

    private TypeRef named() {
        String name = name();
        List<TypeRef> arguments = new ArrayList<>();
        if (cursor.is("<") && argumentsEnd(cursor.at()) > cursor.at()) {
            int end = argumentsEnd(cursor.at());
            cursor.take();
            while (cursor.at() < end) {
                int before = cursor.at();
                if (cursor.here().isWord() || cursor.is("(") || cursor.is("@")) {
                    arguments.add(type());
                }
                if (cursor.at() == before) {
                    cursor.take();
                }
            }
            cursor.to(end + 1);
        }
        return new TypeRef(name, arguments);
    }

    /** Reads a name with its dots. */
    String name() {
        StringBuilder name = new StringBuilder();
        while (cursor.here().isWord()) {
            name.append(cursor.take().text());
            if (!cursor.is(".") || !cursor.ahead(1).isWord() || cursor.at() + 1 >= limit) {
                break;
            }
            cursor.take();
            name.append('.');
        }
        return name.toString();
    }
}
