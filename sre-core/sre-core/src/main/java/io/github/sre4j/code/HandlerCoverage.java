package io.github.sre4j.code;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts of endpoints with and without a certain handler in the sources.
 *
 * @param endpoints number of endpoints, ≥ 0
 * @param found number of endpoints with exactly one handler that fits best
 * @param gaps number of the others by reason
 * @param examples a detail of each reason
 */
public record HandlerCoverage(
        int endpoints, int found, Map<HandlerGap.Kind, Integer> gaps, Map<HandlerGap.Kind, String> examples) {

    /** Copies the maps. */
    public HandlerCoverage {
        gaps = Map.copyOf(gaps);
        examples = Map.copyOf(examples);
    }

    /** Counts the handlers of endpoints. */
    public static HandlerCoverage of(SourceIndex index, Collection<EndpointName> endpoints) {
        int found = 0;
        Map<HandlerGap.Kind, Integer> gaps = new EnumMap<>(HandlerGap.Kind.class);
        Map<HandlerGap.Kind, String> examples = new EnumMap<>(HandlerGap.Kind.class);
        for (EndpointName each : endpoints) {
            Optional<HandlerGap> gap = index.handlerGap(each);
            if (gap.isEmpty()) {
                found += index.handlers(each).isEmpty() ? 0 : 1;
            } else {
                gaps.merge(gap.get().kind(), 1, Integer::sum);
                examples.putIfAbsent(gap.get().kind(), gap.get().detail());
            }
        }
        return new HandlerCoverage(endpoints.size(), found, gaps, examples);
    }

    /** Returns one sentence: how many endpoints have a handler, and the reasons of the others, the most frequent first. */
    public String summary(Texts texts) {
        Texts own = texts.of(HandlerCoverage.class);
        List<String> reasons = new ArrayList<>();
        gaps.entrySet().stream()
                .sorted(Map.Entry.<HandlerGap.Kind, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> reasons.add(own.get(
                        "coverage." + each.getKey().key(), each.getValue(), examples.getOrDefault(each.getKey(), ""))));
        return reasons.isEmpty()
                ? own.get("coverage.all", found, endpoints)
                : own.get("coverage.some", found, endpoints, String.join(own.get("coverage.separator"), reasons));
    }
}
