package io.github.sre4j.assess;

import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.EndpointMeasurement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A product's waivers on the day of the check. */
record WaiverPolicy(List<Waiver> waivers, LocalDate today) {

    WaiverPolicy {
        waivers = List.copyOf(waivers);
    }

    /** The endpoint with its verdict, after those waivers that hold. */
    EndpointResult apply(
            Endpoint endpoint, EndpointClass endpointClass, EndpointMeasurement measurement, List<SliResult> judged) {
        List<SliResult> results = new ArrayList<>();
        Waiver used = null;
        for (SliResult result : judged) {
            Optional<Waiver> holding = holding(endpoint, result);
            results.add(holding.isPresent() && result.verdict() != Verdict.NO_DATA ? waived(result) : result);
            used = used == null ? holding.orElse(null) : used;
        }
        return new EndpointResult(endpoint, endpointClass, measurement, results, verdict(results), used);
    }

    /** What became of each waiver, given the endpoints that were judged. */
    List<WaiverUse> uses(List<Endpoint> endpoints) {
        return waivers.stream()
                .map(waiver ->
                        new WaiverUse(waiver, ChronoUnit.DAYS.between(today, waiver.until()), (int) endpoints.stream()
                                .filter(endpoint -> waiver.endpoint().matches(endpoint.name()))
                                .count()))
                .toList();
    }

    private Optional<Waiver> holding(Endpoint endpoint, SliResult result) {
        return waivers.stream()
                .filter(waiver -> waiver.holdsOn(today))
                .filter(waiver -> waiver.covers(endpoint, result.sli().kind()))
                .findFirst();
    }

    private static SliResult waived(SliResult result) {
        return new SliResult(
                result.sli(),
                result.tally(),
                result.interval(),
                result.pValue(),
                Verdict.WAIVED,
                VerdictReason.WAIVED,
                OptionalLong.empty(),
                result.worstHour());
    }

    /** The first of these that an SLI has; an endpoint is WAIVED as soon as one of its SLIs is and the rest is met. */
    private static Verdict verdict(List<SliResult> results) {
        return List.of(Verdict.MISSED, Verdict.UNDECIDED, Verdict.NO_DATA, Verdict.WAIVED, Verdict.MET).stream()
                .filter(verdict -> results.stream().anyMatch(result -> result.verdict() == verdict))
                .findFirst()
                .orElseThrow();
    }
}
