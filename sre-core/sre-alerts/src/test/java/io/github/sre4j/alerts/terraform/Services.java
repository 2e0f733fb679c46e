package io.github.sre4j.alerts.terraform;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Services with a measured week. */
final class Services {

    static final Instant FROM = Instant.parse("2026-11-15T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2026-11-22T00:00:00Z");

    private Services() {}

    static MonitoredService service(String name, EndpointMeasurement... endpoints) {
        return new MonitoredService(
                name, name + "-prod", null, DefaultStandard.get(), List.of(), List.of(endpoints), FROM, UNTIL);
    }

    static MonitoredService waived(MonitoredService service, String endpoint) {
        Waiver waiver = new Waiver(
                new EndpointPattern(endpoint),
                null,
                "migration of the database",
                "team-shop",
                LocalDate.of(2026, 12, 31));
        return new MonitoredService(
                service.name(),
                service.application(),
                service.guid(),
                service.standard(),
                List.of(waiver),
                service.endpoints(),
                service.from(),
                service.until());
    }

    /** Returns an endpoint whose hours have the counts of a function of the hour's number. */
    static EndpointMeasurement endpoint(String name, IntFunction<Counts> hour) {
        List<HourCounts> hours = new ArrayList<>();
        Counts first = Counts.NONE;
        Counts second = Counts.NONE;
        for (int i = 0; i < 168; i++) {
            Counts counts = hour.apply(i);
            if (counts.requests() > 0) {
                hours.add(new HourCounts(FROM.plus(Duration.ofHours(i)), counts));
            }
            first = i < 84 ? first.plus(counts) : first;
            second = i < 84 ? second : second.plus(counts);
        }
        Counts whole = first.plus(second);
        return new EndpointMeasurement(
                new EndpointName(name), whole, first, second, hours, Duration.ZERO, whole.requests(), null);
    }

    /** Returns a service with steady traffic, and three bad hours on the second day. */
    static MonitoredService busy(String name) {
        return service(
                name,
                endpoint(
                        "WebTransaction/SpringController/orders/{id} (GET)",
                        hour -> hour >= 34 && hour < 37 ? new Counts(1_000, 900, 300) : new Counts(1_000, 10, 1)));
    }
}
