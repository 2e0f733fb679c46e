package io.github.sre4j.telemetry;

import io.github.sre4j.sli.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The visits of a window.
 *
 * @param visits those whose begin lies far enough inside that they are whole
 * @param pageViews page views in the window, at least what the visits hold where they are no sample
 * @param withoutSession page views that name no session, so that nobody knows which visit they belong to
 * @param sample whether the visits are a random sample of all
 */
public record Visits(List<Visit> visits, long pageViews, long withoutSession, boolean sample) {

    /** Nobody looked, or there is nothing. */
    public static final Visits NONE = new Visits(List.of(), 0, 0, false);

    /** After so long without a sign of life New Relic's browser agent begins another session. */
    private static final Duration IDLE = Duration.ofMinutes(30);

    /** Copies the list. */
    public Visits {
        visits = List.copyOf(visits);
    }

    /**
     * Whether a visit whose first page view in the window was then is whole: one seen at the window's begin may have begun before, one at its end may
     * go on after.
     */
    public static boolean isWhole(Window window, Instant first) {
        return !first.isBefore(window.from().plus(IDLE))
                && first.isBefore(window.to().minus(IDLE));
    }
}
