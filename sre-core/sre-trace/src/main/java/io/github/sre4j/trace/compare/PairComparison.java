package io.github.sre4j.trace.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two requests.
 *
 * @param first the one
 * @param second the other
 * @param parts where structure or time differ: the largest difference of time first. Over all parts, also those not listed, the differences
 *     of time on the critical path sum to the difference of the durations
 * @param attributes attributes of the first span that differ, by name
 */
public record PairComparison(
        RequestFeatures first, RequestFeatures second, List<Part> parts, List<AttributeChange> attributes) {

    /** A difference below this share of the longer request is not worth a line. */
    private static final double LEAST_SHARE = 0.01;

    private static final long LEAST_NANOS = 100_000;

    /** Copies the lists. */
    public PairComparison {
        parts = List.copyOf(parts);
        attributes = List.copyOf(attributes);
    }

    /**
     * A call or piece of code in both.
     *
     * @param name what
     * @param firstCount how often in the first
     * @param firstNanos its time on the critical path of the first
     * @param secondCount how often in the second
     * @param secondNanos its time on the critical path of the second
     */
    public record Part(String name, int firstCount, long firstNanos, int secondCount, long secondNanos) {

        private long change() {
            return Math.abs(firstNanos - secondNanos);
        }
    }

    /**
     * An attribute that differs.
     *
     * @param name of the attribute
     * @param first its value in the first, or null
     * @param second its value in the second, or null
     */
    public record AttributeChange(
            String name, @Nullable String first, @Nullable String second) {}

    /** Compares two requests, read by one {@link FeatureReader}. */
    public static PairComparison of(RequestFeatures first, RequestFeatures second) {
        Set<String> names = new TreeSet<>(first.calls().keySet());
        names.addAll(second.calls().keySet());
        long least =
                Math.max(LEAST_NANOS, (long) (LEAST_SHARE * Math.max(first.durationNanos(), second.durationNanos())));
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            Part part = new Part(
                    name,
                    first.calls().getOrDefault(name, 0),
                    first.pathNanos().getOrDefault(name, 0L),
                    second.calls().getOrDefault(name, 0),
                    second.pathNanos().getOrDefault(name, 0L));
            if (part.firstCount() != part.secondCount() || part.change() >= least) {
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparingLong((Part part) -> -part.change()).thenComparing(Part::name));
        return new PairComparison(first, second, parts, changes(first.attributes(), second.attributes()));
    }

    private static List<AttributeChange> changes(Map<String, String> first, Map<String, String> second) {
        Map<String, AttributeChange> changes = new TreeMap<>();
        Set<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        for (String name : names) {
            if (!Objects.equals(first.get(name), second.get(name))) {
                changes.put(name, new AttributeChange(name, first.get(name), second.get(name)));
            }
        }
        return List.copyOf(changes.values());
    }
}
