package io.github.sre4j.trace.period;

import io.github.sre4j.trace.period.profile.Execution;
import io.github.sre4j.trace.period.profile.RequestProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds events that no longer follow their usual predecessor. In code that only a part of the requests reaches, the share of all requests says little: it
 * changes with what is asked for. The share of those that came to the event before says that the code after it is left.
 */
final class EventSequences {

    private static final double MIN_SURPRISE = 3;
    /** The predecessor of an event comes before it in this share of the requests at least. */
    private static final double USUALLY = 0.6;
    /** An event that nearly all executions have conditions nothing. */
    private static final double NEARLY_ALL = 0.95;

    private final Map<Integer, Integer> executing = new HashMap<>();
    private final Map<List<Integer>, Integer> having = new HashMap<>();
    private final Map<List<Integer>, Map<Integer, Integer>> before = new HashMap<>();

    private EventSequences() {}

    /** Requests with the predecessor, and their mean share of executions in which the event follows. */
    private static final class Share {
        private int requests;
        private double sum;

        double mean() {
            return requests == 0 ? 0 : sum / requests;
        }
    }

    static List<EventChange> find(List<RequestProfile> reference, List<RequestProfile> window) {
        EventSequences sequences = new EventSequences();
        reference.forEach(sequences::learn);
        Map<List<Integer>, Integer> pairs = sequences.pairs();
        Map<List<Integer>, Share> usual = shares(reference, pairs);
        Map<List<Integer>, Share> now = shares(window, pairs);
        List<EventChange> changes = new ArrayList<>();
        now.forEach((key, share) -> {
            Share expected = usual.getOrDefault(key, new Share());
            if (expected.requests < Strata.MIN_REFERENCE || share.mean() >= expected.mean()) {
                return;
            }
            double surprise = Surprise.ofShare(expected.mean(), expected.requests, share.mean(), share.requests);
            if (surprise >= MIN_SURPRISE) {
                changes.add(new EventChange(
                        key.get(0),
                        key.get(1),
                        pairs.getOrDefault(key, -1),
                        expected.mean(),
                        share.mean(),
                        surprise,
                        share.requests));
            }
        });
        return changes;
    }

    private void learn(RequestProfile request) {
        Set<List<Integer>> seen = new HashSet<>();
        Set<Integer> operations = new HashSet<>();
        for (Execution execution : request.executions()) {
            operations.add(execution.operation());
            Set<Integer> met = new HashSet<>();
            int last = -1;
            for (Execution.Event event : execution.events()) {
                if (met.add(event.type())) {
                    List<Integer> key = List.of(execution.operation(), event.type());
                    if (last >= 0) {
                        before.computeIfAbsent(key, any -> new HashMap<>()).merge(last, 1, Integer::sum);
                    }
                    seen.add(key);
                }
                last = event.type();
            }
        }
        operations.forEach(each -> executing.merge(each, 1, Integer::sum));
        seen.forEach(each -> having.merge(each, 1, Integer::sum));
    }

    /** By operation and event, its usual predecessor, where that is an event of a part of the requests. */
    private Map<List<Integer>, Integer> pairs() {
        Map<List<Integer>, Integer> pairs = new HashMap<>();
        before.forEach((key, predecessors) -> {
            int all = predecessors.values().stream().mapToInt(Integer::intValue).sum();
            predecessors.forEach((event, count) -> {
                int with = having.getOrDefault(List.of(key.get(0), event), 0);
                boolean part = with < NEARLY_ALL * executing.getOrDefault(key.get(0), 0);
                if (count >= USUALLY * all && part && with >= Strata.MIN_REFERENCE && !event.equals(key.get(1))) {
                    pairs.put(key, event);
                }
            });
        });
        return pairs;
    }

    private static Map<List<Integer>, Share> shares(List<RequestProfile> requests, Map<List<Integer>, Integer> pairs) {
        Map<Integer, List<List<Integer>>> byOperation = new HashMap<>();
        pairs.keySet()
                .forEach(key -> byOperation
                        .computeIfAbsent(key.get(0), any -> new ArrayList<>())
                        .add(key));
        Map<List<Integer>, Share> shares = new HashMap<>();
        for (RequestProfile request : requests) {
            Map<List<Integer>, int[]> counts = new HashMap<>();
            for (Execution execution : request.executions()) {
                for (List<Integer> key : byOperation.getOrDefault(execution.operation(), List.of())) {
                    if (execution.has(pairs.getOrDefault(key, -1))) {
                        int[] count = counts.computeIfAbsent(key, any -> new int[2]);
                        count[0]++;
                        count[1] += execution.has(key.get(1)) ? 1 : 0;
                    }
                }
            }
            counts.forEach((key, count) -> {
                Share share = shares.computeIfAbsent(key, any -> new Share());
                share.requests++;
                share.sum += (double) count[1] / count[0];
            });
        }
        return shares;
    }
}
