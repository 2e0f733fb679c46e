package io.github.sre4j.assess;

import io.github.sre4j.assess.course.TimeCourse;
import io.github.sre4j.assess.stats.Dispersion;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.telemetry.HourCounts;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One SLI of one endpoint, judged.
 *
 * @param sli what was asked
 * @param tally all events and the bad ones
 * @param interval the 95 % interval of the good ratio; {@link Interval#UNKNOWN} without events
 * @param pValue the chance of at least so many bad events if exactly the allowed share were bad; 1 without events
 * @param dispersion dispersion of the number of bad events, if exactly the allowed share were bad
 * @param verdict what the data says
 * @param reason why
 * @param furtherGood how many further events, all good, would show the objective met; empty where it is met, waived or cannot be settled
 * @param course course of the bad events over the window; null unless chance alone does not explain them
 * @param worstHour the hour with most bad events, or null if there were none or the source cannot say
 */
public record SliResult(
        Sli sli,
        Tally tally,
        Interval interval,
        double pValue,
        Dispersion dispersion,
        Verdict verdict,
        VerdictReason reason,
        OptionalLong furtherGood,
        @Nullable TimeCourse course,
        @Nullable HourCounts worstHour) {

    /** Refuses null. */
    public SliResult {
        Objects.requireNonNull(sli, "sli");
        Objects.requireNonNull(tally, "tally");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(dispersion, "dispersion");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(furtherGood, "furtherGood");
    }

    /** Returns the course of the bad events over the window; empty unless chance alone does not explain them. */
    public Optional<TimeCourse> timeCourse() {
        return Optional.ofNullable(course);
    }

    /** The hour with most bad events, if there is one and the source knows it. */
    public Optional<HourCounts> hourWithMostBad() {
        return Optional.ofNullable(worstHour);
    }

    /** Returns the dispersion of the number of bad events at the share that was observed. */
    public Dispersion dispersionNow() {
        return tally.total() == 0
                ? dispersion
                : dispersion.at(sli.objective().allowedBadRatio(), Math.min(0.999, tally.badRatio()));
    }

    /** How many times more events were bad than allowed: 1 is exactly the limit. */
    public double timesAllowed() {
        return tally.badRatio() / sli.objective().allowedBadRatio();
    }
}
