package io.github.sre4j.source.internal.program;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.TypeRef;
import org.jspecify.annotations.Nullable;

/**
 * The variables that can be seen at a place in a method; each scope adds one variable to those around it.
 *
 * @param around the scope around, or null
 * @param method the method
 * @param name the variable's name; empty for a method's first scope
 * @param declared its declared type
 * @param inferred its type where none is declared
 * @param value its initial value, or null
 * @param depth how many loops stand around its declaration
 */
public record Scope(
        @Nullable Scope around,
        Method method,
        String name,
        TypeRef declared,
        TypeUse inferred,
        @Nullable Expr value,
        int depth) {

    /** The scope of a method's parameters, which may differ with each call. */
    static Scope of(Method method) {
        Scope scope = new Scope(null, method, "", TypeRef.NONE, TypeUse.UNKNOWN, null, 0);
        for (var each : method.facts().parameters()) {
            scope = scope.with(each.name(), each.type(), TypeUse.UNKNOWN, null, 0);
        }
        return scope;
    }

    Scope with(String variable, TypeRef type, TypeUse otherwise, @Nullable Expr initial, int loops) {
        return new Scope(this, method, variable, type, otherwise, initial, loops);
    }

    /** The variable of that name, or null. */
    public @Nullable Scope find(String variable) {
        for (Scope each = this; each != null; each = each.around) {
            if (each.name.equals(variable)) {
                return each;
            }
        }
        return null;
    }
}
