package io.github.sre4j.source;

import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.source.git.Permalinks;
import io.github.sre4j.source.internal.model.Lines;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes places, with links to the code host where there is one. */
final class Places {

    private final @Nullable Permalinks links;

    Places(@Nullable Permalinks links) {
        this.links = links;
    }

    /** A method as a whole, seen at its name. */
    SourceLocation of(Method method, double score, SourceRule rule, Map<SourceName, String> names) {
        return in(method, method.facts().lines().at(), score, rule, names);
    }

    /** A line of a method. */
    SourceLocation in(Method method, int line, double score, SourceRule rule, Map<SourceName, String> names) {
        return at(method.owner(), method.shownName(), line, method.facts().lines(), score, rule, names);
    }

    /** A line of a type, in a method or field with these lines. */
    SourceLocation at(
            Type type,
            @Nullable String method,
            int line,
            Lines lines,
            double score,
            SourceRule rule,
            Map<SourceName, String> names) {
        String file = type.file().name();
        return new SourceLocation(
                file,
                line,
                lines.first(),
                lines.last(),
                type.name(),
                method,
                Math.min(1, score),
                rule,
                names,
                link(file, line));
    }

    /** A line of a file that is no source code. */
    SourceLocation in(String file, String className, int line, double score, Map<SourceName, String> names) {
        return new SourceLocation(
                file, line, line, line, className, null, score, SourceRule.STATIC_RULE, names, link(file, line));
    }

    private @Nullable String link(String file, int line) {
        return links == null ? null : links.to(file, line, line);
    }
}
