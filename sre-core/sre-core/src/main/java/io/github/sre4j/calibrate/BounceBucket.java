package io.github.sre4j.calibrate;

import io.github.sre4j.assess.stats.ClopperPearson;
import io.github.sre4j.assess.stats.ConfidenceBounds;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Visits whose first page took about that long.
 *
 * @param from the shortest load time, not in it
 * @param to the longest load time, in it; null for all longer ones
 * @param visits how many visits
 * @param bounces how many of these ended with that page
 */
public record BounceBucket(Duration from, @Nullable Duration to, long visits, long bounces) {

    private static final double CONFIDENCE = 0.95;

    /** Refuses null. */
    public BounceBucket {
        Objects.requireNonNull(from, "from");
    }

    /** The longest load time, in it. */
    public Optional<Duration> longest() {
        return Optional.ofNullable(to);
    }

    /** The share of visits that ended with that page; 0 without visits. */
    public double rate() {
        return visits == 0 ? 0 : (double) bounces / visits;
    }

    /** Its 95 % interval (Clopper-Pearson). */
    public ConfidenceBounds interval() {
        return ClopperPearson.interval(visits, bounces, CONFIDENCE);
    }
}
