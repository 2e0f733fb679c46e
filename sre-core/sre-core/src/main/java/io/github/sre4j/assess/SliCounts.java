package io.github.sre4j.assess;

import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One SLI of one endpoint with the counts it is to be judged by. */
record SliCounts(
        Sli sli,
        Tally whole,
        Tally firstHalf,
        Tally secondHalf,
        @Nullable HourCounts worstHour) {

    static SliCounts of(Sli sli, EndpointMeasurement measurement) {
        SliKind kind = sli.kind();
        return new SliCounts(
                sli,
                measurement.whole().tally(kind),
                measurement.firstHalf().tally(kind),
                measurement.secondHalf().tally(kind),
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

    /** Whether the bad ratio exceeds what is allowed in each half that had traffic. */
    boolean chronic() {
        double allowed = sli.objective().allowedBadRatio();
        return exceeds(firstHalf, allowed) && exceeds(secondHalf, allowed);
    }

    private static boolean exceeds(Tally half, double allowed) {
        return half.total() == 0 || half.badRatio() > allowed;
    }
}
