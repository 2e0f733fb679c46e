package io.github.sre4j.fix;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.sli.EndpointName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An index that knows what a test tells it. Not thread-safe. */
public final class Sources implements SourceIndex {

    private final Map<EndpointName, List<SourceLocation>> handlers = new HashMap<>();
    private final Map<EndpointName, List<CodeHint>> hints = new HashMap<>();

    public Sources handler(String endpoint, String file, int firstLine, int lastLine) {
        return handler(endpoint, file, firstLine, lastLine, 1);
    }

    public Sources handler(String endpoint, String file, int firstLine, int lastLine, double score) {
        handlers.computeIfAbsent(new EndpointName(endpoint), ignored -> new ArrayList<>())
                .add(place(file, firstLine, lastLine, score, SourceRule.ROUTE));
        return this;
    }

    public Sources hint(String endpoint, String file, int firstLine, int lastLine) {
        hints.computeIfAbsent(new EndpointName(endpoint), ignored -> new ArrayList<>())
                .add(new CodeHint(
                        CodeHint.Kind.COLLECTION_WITHOUT_FETCH_PLAN,
                        place(file, firstLine, lastLine, 0.9, SourceRule.STATIC_RULE)));
        return this;
    }

    private static SourceLocation place(String file, int firstLine, int lastLine, double score, SourceRule rule) {
        return new SourceLocation(
                file, firstLine, firstLine, lastLine, "com.acme.Any", "any", score, rule, Map.of(), null);
    }

    @Override
    public List<SourceLocation> handlers(EndpointName endpoint) {
        return handlers.getOrDefault(endpoint, List.of());
    }

    @Override
    public List<CodeHint> hints(EndpointName endpoint) {
        return hints.getOrDefault(endpoint, List.of());
    }
}
