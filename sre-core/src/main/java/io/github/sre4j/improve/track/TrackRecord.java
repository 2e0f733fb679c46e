package io.github.sre4j.improve.track;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What became of the proposals that were taken.
 *
 * @param outcomes each of them, in the order they were taken
 */
public record TrackRecord(List<Outcome> outcomes) {

    /** Nothing was taken yet. */
    public static final TrackRecord NONE = new TrackRecord(List.of());

    /** Copies the list. */
    public TrackRecord {
        outcomes = List.copyOf(outcomes);
    }

    /** How many can be judged. */
    public int done() {
        return (int) outcomes.stream().filter(each -> each.kept().isPresent()).count();
    }

    /** The median share of the prediction that was kept; empty if none can be judged. */
    public OptionalDouble medianKept() {
        List<Double> kept =
                outcomes.stream().flatMap(each -> each.kept().stream()).sorted().toList();
        if (kept.isEmpty()) {
            return OptionalDouble.empty();
        }
        int middle = kept.size() / 2;
        return OptionalDouble.of(
                kept.size() % 2 == 1 ? kept.get(middle) : (kept.get(middle - 1) + kept.get(middle)) / 2);
    }
}
