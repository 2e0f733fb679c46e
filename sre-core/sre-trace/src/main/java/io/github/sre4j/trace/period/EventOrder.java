package io.github.sre4j.trace.period;

import io.github.sre4j.trace.period.profile.Execution;
import io.github.sre4j.trace.period.profile.RequestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The usual order of the events of an operation, from the reference. */
final class EventOrder {

    private static final double USUALLY = 0.8;
    private static final int MAX_EVENTS = 80;

    private final Map<Integer, Map<Long, Integer>> before = new HashMap<>();

    /** Order for these operations only. */
    EventOrder(List<RequestProfile> reference, Set<Integer> operations) {
        for (RequestProfile request : reference) {
            for (Execution each : request.executions()) {
                if (operations.contains(each.operation())) {
                    count(each, before.computeIfAbsent(each.operation(), any -> new HashMap<>()));
                }
            }
        }
    }

    private static void count(Execution execution, Map<Long, Integer> pairs) {
        int[] events = execution.events().stream()
                .mapToInt(Execution.Event::type)
                .distinct()
                .limit(MAX_EVENTS)
                .toArray();
        for (int i = 0; i < events.length; i++) {
            for (int j = i + 1; j < events.length; j++) {
                pairs.merge(key(events[i], events[j]), 1, Integer::sum);
            }
        }
    }

    /** Whether the first event usually comes before the second one where both occur. */
    boolean precedes(int operation, int first, int second) {
        Map<Long, Integer> pairs = before.getOrDefault(operation, Map.of());
        int forward = pairs.getOrDefault(key(first, second), 0);
        int backward = pairs.getOrDefault(key(second, first), 0);
        return forward > 0 && forward >= USUALLY * (forward + backward);
    }

    private static long key(int first, int second) {
        return (long) first << 32 | second;
    }
}
