package io.github.sre4j.source.internal.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression, as far as the index asks for it. */
public sealed interface Expr {

    /** The expressions it is made of, in the order they are evaluated; the statements of a lambda are not among them. */
    default List<Expr> children() {
        if (this instanceof Select select) {
            return List.of(select.of());
        }
        if (this instanceof Call call) {
            return call.receiver() == null ? call.arguments() : with(call.receiver(), call.arguments());
        }
        if (this instanceof Create create) {
            return create.arguments();
        }
        if (this instanceof Join join) {
            return join.parts();
        }
        if (this instanceof Items items) {
            return items.items();
        }
        if (this instanceof Reference reference) {
            return List.of(reference.of());
        }
        if (this instanceof Assign assign) {
            return List.of(assign.target(), assign.value());
        }
        if (this instanceof Cast cast) {
            return List.of(cast.value());
        }
        return this instanceof Other other ? other.parts() : List.of();
    }

    private static List<Expr> with(Expr first, List<Expr> rest) {
        List<Expr> all = new ArrayList<>(rest.size() + 1);
        all.add(first);
        all.addAll(rest);
        return all;
    }

    /**
     * A literal.
     *
     * @param value its value as text
     * @param isText whether it is a string
     */
    record Literal(String value, boolean isText) implements Expr {}

    /**
     * A name: a local, parameter, field, type or package.
     *
     * @param name the name
     */
    record Name(String name) implements Expr {}

    /**
     * Something of something: {@code a.b}.
     *
     * @param of left of the dot
     * @param name right of the dot
     */
    record Select(Expr of, String name) implements Expr {}

    /**
     * A call.
     *
     * @param line of the method's name
     * @param receiver left of the dot, or null
     * @param name the method's name
     * @param arguments what is passed
     */
    record Call(int line, @Nullable Expr receiver, String name, List<Expr> arguments) implements Expr {
        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A new object.
     *
     * @param line where
     * @param type of what
     * @param arguments what is passed; the methods of an anonymous class follow as functions
     */
    record Create(int line, TypeRef type, List<Expr> arguments) implements Expr {
        /** Copies the list. */
        public Create {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Texts put together by {@code +}.
     *
     * @param parts the parts in order
     */
    record Join(List<Expr> parts) implements Expr {
        /** Copies the list. */
        public Join {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A list of values in braces.
     *
     * @param items the values
     */
    record Items(List<Expr> items) implements Expr {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A class literal.
     *
     * @param type of which type
     */
    record ClassOf(TypeRef type) implements Expr {}

    /**
     * An annotation inside of an annotation.
     *
     * @param annotation the annotation
     */
    record Nested(AnnotationFacts annotation) implements Expr {}

    /**
     * A lambda.
     *
     * @param line its first line
     * @param lastLine its last line
     * @param parameters its parameters
     * @param body its statements
     */
    record Function(int line, int lastLine, List<Parameter> parameters, List<Step> body) implements Expr {
        /** Copies the lists. */
        public Function {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }

    /**
     * A method reference.
     *
     * @param line where
     * @param of left of the colons
     * @param name right of the colons; {@code <init>} for constructors
     */
    record Reference(int line, Expr of, String name) implements Expr {}

    /**
     * An assignment.
     *
     * @param target what is set
     * @param value to what
     */
    record Assign(Expr target, Expr value) implements Expr {}

    /**
     * A cast.
     *
     * @param type to what
     * @param value what
     */
    record Cast(TypeRef type, Expr value) implements Expr {}

    /**
     * Any other expression.
     *
     * @param parts what it is made of, in order
     */
    record Other(List<Expr> parts) implements Expr {
        /** Copies the list. */
        public Other {
            parts = List.copyOf(parts);
        }
    }
}
