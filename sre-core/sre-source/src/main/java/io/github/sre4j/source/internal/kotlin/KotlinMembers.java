package io.github.sre4j.source.internal.kotlin;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.FieldFacts;
import io.github.sre4j.source.internal.model.Lines;
import io.github.sre4j.source.internal.model.MethodFacts;
import io.github.sre4j.source.internal.model.Parameter;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads functions, properties and constructors. Not thread-safe. */
final class KotlinMembers {

    private final KotlinCursor cursor;
    private final KotlinTypes types;
    private final KotlinExpressions expressions;
    private final KotlinAnnotations annotations;
    private final KotlinStatements statements;

    KotlinMembers(
            KotlinCursor cursor, KotlinTypes types, KotlinExpressions expressions, KotlinAnnotations annotations) {
        this.cursor = cursor;
        this.types = types;
        this.expressions = expressions;
        this.annotations = annotations;
        this.statements = new KotlinStatements(cursor, types, expressions);
    }

    List<Step> block() {
        return statements.block();
    }

    /** Reads type parameters if there are any. */
    List<String> typeParameters() {
        List<String> names = new ArrayList<>();
        if (cursor.is("<")) {
            int end = types.argumentsEnd(cursor.at());
            for (int i = cursor.at(); i < end; i++) {
                boolean starts = cursor.token(i).is("<") || cursor.token(i).is(",");
                if (starts && cursor.token(i + 1).isWord()) {
                    names.add(cursor.token(i + 1).text());
                }
            }
            cursor.to(Math.max(end, cursor.at()) + 1);
        }
        return names;
    }

    void function(KotlinHead head, KotlinClass open) {
        cursor.take();
        typeParameters();
        int nameAt = nameBefore("(");
        if (nameAt < 0) {
            return;
        }
        KotlinToken name = cursor.token(nameAt);
        List<Parameter> parameters = new ArrayList<>();
        if (nameAt > cursor.at()) {
            // The receiver of an extension comes first, as in the compiled method.
            parameters.add(new Parameter("this", types.typeBefore(nameAt), List.of()));
        }
        cursor.to(nameAt + 1);
        parameters.addAll(parameters(false, null));
        TypeRef returns = cursor.skip(":") ? types.type() : TypeRef.NONE;
        skipConstraints();
        boolean hasBody = cursor.is("{") || cursor.is("=");
        List<Step> body = statements.body();
        open.methods.add(new MethodFacts(
                name.text(), false, hasBody, lines(name.line(), head), head.annotations(), returns, parameters, body));
    }

    /** Returns the index of the last name before a sign, or -1 if there is none. */
    private int nameBefore(String sign) {
        for (int i = cursor.at(); ; i++) {
            KotlinToken token = cursor.token(i);
            if (token.is("<")) {
                i = Math.max(i, types.argumentsEnd(i));
            } else if (token.is(sign)) {
                if (cursor.token(i - 1).isWord()) {
                    return i - 1;
                }
                i = cursor.closing(i);
            } else if (token.text().isEmpty() || token.is("{") || token.is("}") || token.is("=")) {
                return -1;
            }
        }
    }

    private Lines lines(int at, KotlinHead head) {
        return new Lines(at, Math.min(head.first(), at), Math.max(at, cursor.lineBefore()));
    }

    /** Reads the parameters in parentheses; those of a primary constructor also become fields. */
    List<Parameter> parameters(boolean asFields, @Nullable KotlinClass open) {
        List<Parameter> parameters = new ArrayList<>();
        if (!cursor.is("(")) {
            return parameters;
        }
        int end = cursor.closing(cursor.at());
        cursor.take();
        List<AnnotationFacts> noted = new ArrayList<>();
        while (cursor.at() < end) {
            int before = cursor.at();
            if (cursor.is("@")) {
                annotations.read(noted);
            } else if (cursor.here().isWord() && cursor.ahead(1).is(":")) {
                KotlinToken name = cursor.take();
                cursor.take();
                TypeRef type = types.type();
                Expr initial = cursor.skip("=") ? expressions.argument() : null;
                parameters.add(new Parameter(name.text(), type, noted));
                if (asFields && open != null) {
                    Lines lines = new Lines(name.line(), name.line(), name.line());
                    open.fields.add(new FieldFacts(name.text(), type, false, lines, noted, initial));
                }
                noted = new ArrayList<>();
            } else {
                cursor.take();
            }
            if (cursor.at() == before) {
                cursor.take();
            }
        }
        cursor.to(end + 1);
        return parameters;
    }

    /** Reads the constructor in the head of a class if there is one. */
    void primaryConstructor(int line, KotlinClass open) {
        List<AnnotationFacts> noted = new ArrayList<>();
        while (cursor.is("@")) {
            annotations.read(noted);
        }
        while (cursor.here().isWord()
                && KotlinWords.MODIFIERS.contains(cursor.here().text())) {
            cursor.take();
        }
        cursor.skip("constructor");
        if (cursor.is("(")) {
            List<Parameter> parameters = parameters(true, open);
            open.methods.add(new MethodFacts(
                    MethodFacts.CONSTRUCTOR,
                    false,
                    false,
                    new Lines(line, line, Math.max(line, cursor.lineBefore())),
                    noted,
                    TypeRef.NONE,
                    parameters,
                    List.of()));
        }
    }

    void constructor(KotlinHead head, KotlinClass open) {
        int line = cursor.take().line();
        List<Parameter> parameters = parameters(false, null);
        if (cursor.skip(":")) {
            cursor.take();
            if (cursor.is("(")) {
                cursor.skipBrackets();
            }
        }
        List<Step> body = cursor.is("{") ? statements.block() : List.of();
        open.methods.add(new MethodFacts(
                MethodFacts.CONSTRUCTOR,
                false,
                true,
                lines(line, head),
                head.annotations(),
                TypeRef.NONE,
                parameters,
                body));
    }

    List<TypeRef> superTypes() {
        List<TypeRef> superTypes = new ArrayList<>();
        if (cursor.skip(":")) {
            do {
                superTypes.add(types.type());
                if (cursor.is("(")) {
                    cursor.skipBrackets();
                }
                if (cursor.skip("by")) {
                    skipDelegate();
                }
            } while (cursor.skip(","));
        }
        skipConstraints();
        return superTypes;
    }

    private void skipDelegate() {
        while (!cursor.isAtEnd() && !cursor.is(",") && !cursor.is("{") && !cursor.startsLine()) {
            if (cursor.is("(")) {
                cursor.skipBrackets();
            } else {
                cursor.take();
            }
        }
    }

    private void skipConstraints() {
        if (cursor.is("where")) {
            cursor.take();
            while (!cursor.isAtEnd() && !cursor.is("{") && !cursor.is("=")) {
                cursor.take();
            }
        }
    }

    /** Moves behind the entries of an enum. */
    void skipEntries() {
        while (!cursor.isAtEnd() && !cursor.is("}")) {
            if (cursor.skip(";")) {
                return;
            }
            if (cursor.is("(") || cursor.is("{")) {
                cursor.skipBrackets();
            } else {
                cursor.take();
            }
        }
    }

    void property(KotlinHead head, KotlinClass open) {
        cursor.take();
        typeParameters();
        int nameAt = cursor.at();
        while (cursor.token(nameAt + 1).is(".") && cursor.token(nameAt + 2).isWord()) {
            // An extension property: its last name counts.
            nameAt += 2;
        }
        KotlinToken name = cursor.token(nameAt);
        if (!name.isWord()) {
            return;
        }
        cursor.to(nameAt + 1);
        TypeRef type = cursor.skip(":") ? types.type() : TypeRef.NONE;
        Expr initial = null;
        if (cursor.skip("=")) {
            initial = expressions.expression();
        } else if (cursor.skip("by")) {
            initial = delegate(expressions.expression());
        }
        if (type.name().isEmpty() && initial instanceof Expr.Create create) {
            type = create.type();
        }
        Lines lines =
                new Lines(name.line(), Math.min(head.first(), name.line()), Math.max(name.line(), cursor.lineBefore()));
        open.fields.add(new FieldFacts(name.text(), type, true, lines, head.annotations(), initial));
        accessors(name, head, open);
    }

    /** The value of {@code by lazy { … }}. */
    private static Expr delegate(Expr value) {
        if (value instanceof Expr.Call call
                && call.name().equals("lazy")
                && !call.arguments().isEmpty()
                && call.arguments().get(call.arguments().size() - 1) instanceof Expr.Function function
                && function.body().size() == 1
                && function.body().get(0) instanceof Step.Result result) {
            return result.value();
        }
        return value;
    }

    /** Reads getter and setter; the getter becomes a method without parameters. */
    private void accessors(KotlinToken name, KotlinHead head, KotlinClass open) {
        while ((cursor.is("get") || cursor.is("set")) && (cursor.ahead(1).is("(") || cursor.startsLine())) {
            KotlinToken accessor = cursor.take();
            if (cursor.is("(")) {
                cursor.skipBrackets();
            }
            if (cursor.skip(":")) {
                types.type();
            }
            boolean hasBody = cursor.is("{") || cursor.is("=");
            List<Step> body = statements.body();
            if (accessor.is("get") && hasBody) {
                String text = name.text();
                open.methods.add(new MethodFacts(
                        "get" + Character.toUpperCase(text.charAt(0)) + text.substring(1),
                        false,
                        true,
                        lines(accessor.line(), new KotlinHead(List.of(), head.modifiers(), accessor.line())),
                        List.of(),
                        TypeRef.NONE,
                        List.of(),
                        body));
            }
        }
    }
}
