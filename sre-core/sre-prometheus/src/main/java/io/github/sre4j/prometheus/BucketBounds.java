package io.github.sre4j.prometheus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The upper bounds of a histogram's buckets. Immutable and thread-safe. */
final class BucketBounds {

    private final NavigableMap<BigDecimal, List<String>> texts = new TreeMap<>();

    /** Reads the values of the label; what is no number is left out, as is the bound of all requests. */
    BucketBounds(Collection<String> labels) {
        for (String label : labels) {
            parse(label)
                    .ifPresent(bound -> texts.computeIfAbsent(bound, key -> new ArrayList<>())
                            .add(label));
        }
    }

    private static Optional<BigDecimal> parse(String label) {
        // A number of a few digits only: what others write here may be very long.
        if (label.length() > 40 || !label.matches("[0-9.]+(?:[eE][+-]?[0-9]{1,3})?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(label).stripTrailingZeros());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns the bounds around a threshold. */
    Around around(BigDecimal threshold) {
        BigDecimal at = threshold.stripTrailingZeros();
        return new Around(
                at,
                texts.getOrDefault(at, List.of()),
                Optional.ofNullable(texts.lowerKey(at)).map(texts::get).orElse(List.of()),
                Optional.ofNullable(texts.higherKey(at)).map(texts::get).orElse(List.of()),
                Optional.ofNullable(texts.lowerKey(at)),
                Optional.ofNullable(texts.higherKey(at)));
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Returns the bounds, ascending. */
    List<BigDecimal> values() {
        return List.copyOf(texts.keySet());
    }

    /** Returns the spellings of a bound. */
    List<String> spellings(BigDecimal bound) {
        return texts.getOrDefault(bound, List.of());
    }

    /**
     * The bounds around a threshold, each by its spellings; empty where there is none.
     *
     * @param threshold the threshold
     * @param exact the threshold itself
     * @param below the next one below
     * @param above the next one above
     * @param lower the value of the next one below
     * @param upper the value of the next one above
     */
    record Around(
            BigDecimal threshold,
            List<String> exact,
            List<String> below,
            List<String> above,
            Optional<BigDecimal> lower,
            Optional<BigDecimal> upper) {

        Around {
            exact = List.copyOf(exact);
            below = List.copyOf(below);
            above = List.copyOf(above);
        }

        /** Returns every spelling. */
        List<String> all() {
            List<String> all = new ArrayList<>(exact);
            all.addAll(below);
            all.addAll(above);
            return all;
        }
    }
}
