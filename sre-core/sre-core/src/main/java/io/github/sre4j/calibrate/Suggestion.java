package io.github.sre4j.calibrate;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Which threshold the data suggests.
 *
 * <p>The rule: the knee of the curve from threshold (on a logarithmic scale) to excess time, both scaled to 0 … 1, is where the curve lies farthest
 * below the straight line between its ends (V. Satopaa, J. Albrecht, D. Irwin, B. Raghavan, "Finding a 'Kneedle' in a Haystack", ICDCS Workshops 2011).
 * Beyond it a longer threshold forgives little more waiting; before it a shorter one asks for much more work. A knee that is looser than the threshold
 * in force is not suggested: a slow service would set itself a slow threshold.
 *
 * @param kind what kind of suggestion
 * @param threshold the threshold: the one in force unless a stricter one is suggested
 */
public record Suggestion(Kind kind, Duration threshold) {

    /** How many endpoints with enough traffic a curve needs to be one. */
    static final int FEWEST_ENDPOINTS = 3;

    /** What is suggested. */
    public enum Kind {
        /** The data has its knee at a stricter threshold. */
        STRICTER,
        /** The knee is at the threshold in force. */
        KEEP,
        /** The knee is looser than the threshold in force: keep it, and take the work on. */
        KEEP_WORK_AHEAD,
        /** Too few endpoints have enough traffic. */
        TOO_LITTLE_TRAFFIC,
        /** Nobody waits longer than the shortest threshold. */
        NOBODY_WAITS
    }

    /** Refuses null. */
    public Suggestion {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(threshold, "threshold");
    }

    static Suggestion of(Duration inForce, List<Rung> rungs) {
        Rung shortest = rungs.get(0);
        boolean traffic = rungs.stream().anyMatch(rung -> rung.met() + rung.missed() >= FEWEST_ENDPOINTS);
        if (!traffic) {
            return new Suggestion(Kind.TOO_LITTLE_TRAFFIC, inForce);
        }
        if (shortest.excess().isZero()) {
            return new Suggestion(Kind.NOBODY_WAITS, inForce);
        }
        Duration knee = knee(rungs);
        int order = knee.compareTo(inForce);
        Kind kind = order < 0 ? Kind.STRICTER : order == 0 ? Kind.KEEP : Kind.KEEP_WORK_AHEAD;
        return new Suggestion(kind, order < 0 ? knee : inForce);
    }

    private static Duration knee(List<Rung> rungs) {
        Rung first = rungs.get(0);
        Rung last = rungs.get(rungs.size() - 1);
        double fall = first.excessSeconds() - last.excessSeconds();
        Rung knee = first;
        double farthest = Double.NEGATIVE_INFINITY;
        for (Rung rung : rungs) {
            double x = (log(rung) - log(first)) / (log(last) - log(first));
            double y = fall == 0 ? 1 : (rung.excessSeconds() - last.excessSeconds()) / fall;
            double below = 1 - x - y;
            if (below > farthest) {
                farthest = below;
                knee = rung;
            }
        }
        return knee.threshold();
    }

    private static double log(Rung rung) {
        return Math.log(rung.threshold().toMillis());
    }
}
