package io.github.sre4j.benchmarks.verdicts;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import io.github.sre4j.testing.traffic.HourlyTraffic;
import io.github.sre4j.testing.traffic.TrafficSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Simulated traffic as a telemetry source measures it. */
final class SimulatedEndpoint {

    static final Window WINDOW =
            Window.endingAt(Instant.parse("2026-11-23T00:00:00Z"), Duration.ofDays(TrafficSimulator.DAYS));

    private SimulatedEndpoint() {}

    static EndpointMeasurement measured(String name, HourlyTraffic traffic) {
        List<HourCounts> hours = new ArrayList<>(traffic.hours());
        for (int hour = 0; hour < traffic.hours(); hour++) {
            if (traffic.total(hour) > 0) {
                hours.add(new HourCounts(
                        WINDOW.from().plus(Duration.ofHours(hour)),
                        new Counts(traffic.total(hour), 0, traffic.bad(hour))));
            }
        }
        Counts first = sum(traffic, 0, traffic.hours() / 2);
        Counts second = sum(traffic, traffic.hours() / 2, traffic.hours());
        Counts whole = first.plus(second);
        return new EndpointMeasurement(
                new EndpointName(name), whole, first, second, hours, Duration.ZERO, whole.requests(), null);
    }

    private static Counts sum(HourlyTraffic traffic, int from, int to) {
        long total = 0;
        long bad = 0;
        for (int hour = from; hour < to; hour++) {
            total += traffic.total(hour);
            bad += traffic.bad(hour);
        }
        return new Counts(total, 0, bad);
    }
}
