package io.github.sre4j.assess;

import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.TrafficLimits;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Requests of the web for which the service had no route, as one measurement: all requests, with those that had no route as its errors. After a broken route
 * they are the only trace of an endpoint.
 */
final class UnroutedRequests {

    /** The name under which they are judged; no telemetry has it. */
    static final EndpointName NAME = new EndpointName("Unrouted");

    private static final List<String> NOT_ROUTED_BY_NATURE = List.of("OtherTransaction/", "PageViewTiming/");

    private final List<EndpointMeasurement> routed = new ArrayList<>();
    private final List<EndpointMeasurement> unrouted = new ArrayList<>();

    /** Adds a name that is judged, or that had no route. */
    void add(Endpoint endpoint, EndpointMeasurement measurement) {
        if (NOT_ROUTED_BY_NATURE.stream().noneMatch(endpoint.name().value()::startsWith)) {
            (Exclusions.isUnrouted(endpoint, measurement) ? unrouted : routed).add(measurement);
        }
    }

    /** Returns the class that judges them; empty if the standard does not, or there were none. */
    Optional<EndpointClass> endpointClass(Standard standard) {
        return unrouted.stream().allMatch(each -> each.whole().requests() == 0)
                ? Optional.empty()
                : standard.limits()
                        .routed()
                        .map(sli -> new EndpointClass(
                                TrafficLimits.UNROUTED, List.of(EndpointPattern.exactly(NAME)), List.of(sli)));
    }

    /** Returns all requests, those without a route as errors. */
    EndpointMeasurement measurement() {
        Counts first = Counts.NONE;
        Counts second = Counts.NONE;
        long traffic = 0;
        for (EndpointMeasurement each : routed) {
            first = first.plus(all(each.firstHalf(), false));
            second = second.plus(all(each.secondHalf(), false));
            traffic += each.traffic();
        }
        for (EndpointMeasurement each : unrouted) {
            first = first.plus(all(each.firstHalf(), true));
            second = second.plus(all(each.secondHalf(), true));
            traffic += each.traffic();
        }
        return new EndpointMeasurement(NAME, first.plus(second), first, second, hours(), Duration.ZERO, traffic, null);
    }

    /** Hours are known only if each measurement with requests has them. */
    private List<HourCounts> hours() {
        Map<Instant, Counts> hours = new TreeMap<>();
        if (!add(routed, false, hours) || !add(unrouted, true, hours)) {
            return List.of();
        }
        return hours.entrySet().stream()
                .map(hour -> new HourCounts(hour.getKey(), hour.getValue()))
                .toList();
    }

    private static boolean add(List<EndpointMeasurement> measurements, boolean bad, Map<Instant, Counts> hours) {
        for (EndpointMeasurement each : measurements) {
            if (each.hours().isEmpty() && each.whole().requests() > 0) {
                return false;
            }
            each.hours().forEach(hour -> hours.merge(hour.start(), all(hour.counts(), bad), Counts::plus));
        }
        return true;
    }

    private static Counts all(Counts counts, boolean bad) {
        return new Counts(counts.requests(), 0, bad ? counts.requests() : 0);
    }
}
