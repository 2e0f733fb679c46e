package io.github.sre4j.source.internal.program;

import io.github.sre4j.source.internal.model.Expr;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call, a new object, a method reference or the read of a property in the body of a method. Two are the same if method and order are.
 *
 * @param method the method it stands in
 * @param line where
 * @param expr what stands there
 * @param name the method's or property's name
 * @param receiver type of what is left of the dot; unknown also where nothing is
 * @param scope the variables that can be seen there
 * @param loops lines of the loops around it, outermost first
 * @param order its place in the order of evaluation
 * @param path which arms of which branches it stands in
 * @param local the variable its value goes to, or null
 * @param needs the variables it uses and the conditions around it use
 * @param detached whether another thread runs it
 */
public record Site(
        Method method,
        int line,
        Expr expr,
        String name,
        TypeUse receiver,
        Scope scope,
        List<Integer> loops,
        int order,
        List<Integer> path,
        @Nullable String local,
        Set<String> needs,
        boolean detached) {

    /** Copies the collections. */
    public Site {
        loops = List.copyOf(loops);
        path = List.copyOf(path);
        needs = Set.copyOf(needs);
    }

    /** Whether a loop stands around it. */
    public boolean inLoop() {
        return !loops.isEmpty();
    }

    /** What is passed; empty for references and reads. */
    public List<Expr> arguments() {
        if (expr instanceof Expr.Call call) {
            return call.arguments();
        }
        return expr instanceof Expr.Create create ? create.arguments() : List.of();
    }

    /** What is left of the dot, or null. */
    public @Nullable Expr target() {
        if (expr instanceof Expr.Call call) {
            return call.receiver();
        }
        if (expr instanceof Expr.Select select) {
            return select.of();
        }
        return expr instanceof Expr.Reference reference ? reference.of() : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Site that && that.order == order && that.method.equals(method);
    }

    @Override
    public int hashCode() {
        return method.hashCode() * 31 + order;
    }
}
