package io.github.sre4j.advisor.cause;

import io.github.sre4j.advisor.cause.LatencyCauses.Group;
import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.Segment;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One of the hosts or statements whose calls make a cause.
 *
 * @param name the host, or operation and table
 * @param nanos time of its calls in all traces that show the cause
 * @param segment what metrics of all requests know of it, or null
 */
record CauseComponent(String name, long nanos, @Nullable Segment segment) {

    /** The parts of a cause that are of one kind with its target, most time first; none for what is no call. */
    static List<CauseComponent> of(
            Group group, Target target, List<SlowTrace> slow, Breakdown breakdown, Targets targets) {
        Map<String, Long> nanos = new LinkedHashMap<>();
        Map<String, Target> about = new LinkedHashMap<>();
        for (int i = 0; i < slow.size(); i++) {
            SlowTrace trace = slow.get(i);
            for (Finding finding : group.byTrace().get(i)) {
                for (String id : finding.spanIds()) {
                    OptionalInt index = trace.trace().indexOf(id);
                    if (index.isPresent()) {
                        Span span = trace.trace().span(index.getAsInt());
                        Target each = targets.of(span);
                        if (each.getClass() == target.getClass()) {
                            name(each).ifPresent(name -> {
                                about.putIfAbsent(name, each);
                                nanos.merge(name, trace.trace().durationNanos(index.getAsInt()), Long::sum);
                            });
                        }
                    }
                }
            }
        }
        List<CauseComponent> parts = new ArrayList<>();
        about.forEach((name, each) -> parts.add(new CauseComponent(
                name, nanos.getOrDefault(name, 0L), segment(each, breakdown).orElse(null))));
        parts.sort(Comparator.comparingLong(CauseComponent::nanos).reversed().thenComparing(CauseComponent::name));
        return parts;
    }

    /** What metrics know of it. */
    Optional<Segment> known() {
        return Optional.ofNullable(segment);
    }

    private static Optional<String> name(Target target) {
        if (target instanceof Target.Query query) {
            return Optional.of(
                    query.statement().operation() + " " + query.statement().table());
        }
        return target instanceof Target.Call call ? Optional.of(call.host()) : Optional.empty();
    }

    private static Optional<Segment> segment(Target target, Breakdown breakdown) {
        if (target instanceof Target.Query query) {
            return breakdown.statement(
                    query.statement().table(), query.statement().operation());
        }
        return target instanceof Target.Call call ? breakdown.host(call.host()) : Optional.empty();
    }
}
