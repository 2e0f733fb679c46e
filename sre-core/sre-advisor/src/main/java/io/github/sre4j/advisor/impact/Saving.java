package io.github.sre4j.advisor.impact;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a fix takes from a request, as the slow traces looked at show it.
 *
 * @param of the time of which it takes a share
 * @param shares for each trace, always in the same order, the share it takes: from 0, where the trace does not show the cause, to 1. In a trace
 *     the saving is capped by the drag of the spans the fix removes
 */
public record Saving(Of of, List<Double> shares) {

    /** The time of a request that a share is of. */
    public enum Of {
        /** All of it. */
        DURATION,
        /** What was spent in databases, known for every request. */
        DATABASE,
        /** What was spent in calls to other services, known for every request. */
        EXTERNAL
    }

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no share, or one is not from 0 to 1
     */
    public Saving {
        Objects.requireNonNull(of, "of");
        shares = List.copyOf(shares);
        if (shares.isEmpty() || shares.stream().anyMatch(share -> !(share >= 0 && share <= 1))) {
            throw new IllegalArgumentException("a saving is one share or more, each from 0 to 1: " + shares);
        }
    }

    /** The same share in every request. */
    public static Saving everywhere(Of of, double share) {
        return new Saving(of, List.of(share));
    }

    /** The saving of a fix after others took some of the same spans. */
    public Saving without(List<Double> alreadyTaken) {
        Double[] left = new Double[shares.size()];
        Arrays.setAll(left, i -> shares.get(i) * (1 - Math.min(1, at(alreadyTaken, i))));
        return new Saving(of, List.of(left));
    }

    /** What it takes from a request that is like the trace; never more than the request took. */
    double from(SlowRequest request, int trace) {
        double whole = switch (of) {
            case DURATION -> request.seconds();
            case DATABASE -> request.databaseSeconds();
            case EXTERNAL -> request.externalSeconds();
        };
        return Math.min(request.seconds(), at(shares, trace) * whole);
    }

    private static double at(List<Double> values, int trace) {
        return values.get(trace % values.size());
    }
}
