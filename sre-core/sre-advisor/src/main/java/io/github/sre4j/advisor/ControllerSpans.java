package io.github.sre4j.advisor;

import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.Failures;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.TraceData;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads from traces which method handles an endpoint, for endpoints to which no route leads: the controller span of New Relic, or the {@code code.*} attributes of
 * OpenTelemetry, on the entry span or below it. All traces have to agree.
 */
final class ControllerSpans {

    /** Spans between the entry and the controller: dispatchers and filters. */
    private static final int DEEPEST = 4;

    private ControllerSpans() {}

    /** Returns an index that knows the handler that the traces of an endpoint name; the same index if they name none. */
    static SourceIndex addTo(SourceIndex index, EndpointName endpoint, EndpointEvidence evidence) {
        if (index == SourceIndex.NONE || index.handlerGap(endpoint).isEmpty()) {
            return index;
        }
        List<TraceData> traces = Stream.of(
                        evidence.slow().stream(),
                        evidence.normal().stream(),
                        evidence.failedRequests().map(Failures::samples).stream()
                                .flatMap(List::stream))
                .flatMap(Function.identity())
                .filter(each -> !each.spans().isEmpty())
                .toList();
        for (int level = 0; level <= DEEPEST; level++) {
            int depth = level;
            Set<Optional<CodeLocation>> named =
                    traces.stream().map(each -> at(each, depth)).collect(Collectors.toSet());
            Optional<CodeLocation> agreed = named.size() == 1 ? named.iterator().next() : Optional.empty();
            SourceIndex informed = agreed.map(code -> index.withHandler(
                            endpoint, code.className(), Objects.requireNonNullElse(code.method(), ""), code.line()))
                    .orElse(index);
            if (informed != index) {
                return informed;
            }
        }
        return index;
    }

    /** Returns the code that the only span of a level names; the entry is level 0. */
    private static Optional<CodeLocation> at(TraceData trace, int level) {
        Set<String> ids = new HashSet<>();
        trace.spans().forEach(each -> ids.add(each.id()));
        List<Span> current = trace.spans().stream()
                .filter(each -> each.parentId() == null || !ids.contains(each.parentId()))
                .toList();
        for (int i = 0; i < level; i++) {
            Set<String> parents = current.stream().map(Span::id).collect(Collectors.toSet());
            current = trace.spans().stream()
                    .filter(each -> each.parentId() != null && parents.contains(each.parentId()))
                    .toList();
        }
        Set<CodeLocation> named = current.stream()
                .flatMap(each -> Optional.ofNullable(each.code()).stream())
                .collect(Collectors.toSet());
        return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
    }
}
