package io.github.sre4j.advisor.tracking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What became of the proposals that were taken.
 *
 * @param outcomes each of them, in the order they were taken
 */
public record TrackRecord(List<CandidateOutcome> outcomes) {

    /** Nothing was taken yet. */
    public static final TrackRecord NONE = new TrackRecord(List.of());

    /** Copies the list. */
    public TrackRecord {
        outcomes = List.copyOf(outcomes);
    }

    /** How many proposals can be judged; one that helps several endpoints is one. */
    public int done() {
        return kept().size();
    }

    /** The median share of the prediction that was kept; empty if none can be judged. */
    public OptionalDouble medianKept() {
        List<Double> kept = kept().stream().sorted().toList();
        if (kept.isEmpty()) {
            return OptionalDouble.empty();
        }
        int middle = kept.size() / 2;
        return OptionalDouble.of(
                kept.size() % 2 == 1 ? kept.get(middle) : (kept.get(middle - 1) + kept.get(middle)) / 2);
    }

    /** Of each proposal what it gave back, over all endpoints that can be judged, as a share of what was predicted of them. */
    private List<Double> kept() {
        Map<Object, double[]> byProposal = new LinkedHashMap<>();
        for (CandidateOutcome outcome : outcomes) {
            outcome.observedPerDay().ifPresent(observed -> {
                AcceptedCandidate taken = outcome.taken();
                double[] sums = byProposal.computeIfAbsent(
                        taken.partOf() == null ? outcome : taken.fix(), any -> new double[2]);
                sums[0] += observed;
                sums[1] += taken.predicted();
            });
        }
        return byProposal.values().stream().map(sums -> sums[0] / sums[1]).toList();
    }
}
