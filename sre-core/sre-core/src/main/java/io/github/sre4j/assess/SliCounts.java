package io.github.sre4j.assess;

import io.github.sre4j.assess.dispersion.HourlySeries;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One SLI of one endpoint with the counts its verdict is calculated from. */
record SliCounts(
        Sli sli,
        Tally whole,
        Tally firstHalf,
        Tally secondHalf,
        HourlySeries hours,
        @Nullable HourCounts worstHour) {

    static SliCounts of(Sli sli, EndpointMeasurement measurement) {
        SliKind kind = sli.kind();
        return new SliCounts(
                sli,
                measurement.whole().tally(kind),
                measurement.firstHalf().tally(kind),
                measurement.secondHalf().tally(kind),
                HourlySeries.of(kind, measurement.hours()),
                worstHour(kind, measurement));
    }

    private static @Nullable HourCounts worstHour(SliKind kind, EndpointMeasurement measurement) {
        return measurement.hours().stream()
                .filter(hour -> hour.counts().tally(kind).bad() > 0)
                .max(Comparator.comparingLong(
                                (HourCounts hour) -> hour.counts().tally(kind).bad())
                        .thenComparing(HourCounts::start, Comparator.reverseOrder()))
                .orElse(null);
    }

    /** Returns the allowed share of bad events. */
    double allowed() {
        return sli.objective().allowedBadRatio();
    }

    /** Returns whether more than the allowed share was bad. */
    boolean isAboveLimit() {
        return whole.badRatio() > allowed();
    }
}
