package io.github.sre4j.source.internal.hint;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.source.internal.model.Lines;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something in the code that is known to cost time.
 *
 * @param kind what
 * @param type the class it stands in
 * @param method the method it stands in, or null
 * @param line where
 * @param lines first and last line of the method or field
 * @param score how sure it is, above 0 up to 1
 * @param names names for proposals
 * @param template the template it stands in, by its path from the root, or null for sources
 */
public record Hint(
        CodeHint.Kind kind,
        Type type,
        @Nullable Method method,
        int line,
        Lines lines,
        double score,
        Map<SourceName, String> names,
        @Nullable String template) {

    /** Copies the map. */
    public Hint {
        names = Map.copyOf(names);
    }

    /** A line of a method. */
    static Hint in(Method method, int line, CodeHint.Kind kind, double score, Map<SourceName, String> names) {
        Lines lines = method.facts().lines();
        int at = line < lines.first() ? lines.at() : line;
        return new Hint(kind, method.owner(), method, at, lines, score, names, null);
    }
}
