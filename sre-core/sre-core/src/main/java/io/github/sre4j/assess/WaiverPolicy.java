package io.github.sre4j.assess;

import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.EndpointMeasurement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A product's waivers on the day of the check.
 *
 * @param waivers all of them, in the order written
 * @param today the day of the check
 * @param refused those that do not apply, with the share of the requests that waivers would cover with each
 */
record WaiverPolicy(List<Waiver> waivers, LocalDate today, Map<Waiver, Double> refused) {

    WaiverPolicy(List<Waiver> waivers, LocalDate today) {
        this(waivers, today, Map.of());
    }

    WaiverPolicy {
        waivers = List.copyOf(waivers);
        refused = Map.copyOf(refused);
    }

    /**
     * Returns the same waivers, of which those do not apply that would cover more of the requests, together with the ones written before them.
     *
     * @param requests the endpoints that are judged, with the number of their requests
     * @param limit the largest share that may be waived, 0 to 1
     */
    WaiverPolicy within(Map<Endpoint, Long> requests, double limit) {
        long all = requests.values().stream().mapToLong(Long::longValue).sum();
        Set<Endpoint> covered = new HashSet<>();
        Map<Waiver, Double> tooMuch = new HashMap<>();
        for (Waiver waiver : waivers) {
            if (!waiver.isActiveOn(today) || all == 0) {
                continue;
            }
            Set<Endpoint> with = new HashSet<>(covered);
            requests.keySet().stream().filter(waiver::matches).forEach(with::add);
            double share = (double) with.stream().mapToLong(requests::get).sum() / all;
            if (share > limit && with.size() > covered.size()) {
                tooMuch.put(waiver, share);
            } else {
                covered = with;
            }
        }
        return new WaiverPolicy(waivers, today, tooMuch);
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
        return waivers.stream().map(waiver -> use(waiver, endpoints)).toList();
    }

    private WaiverUse use(Waiver waiver, List<Endpoint> endpoints) {
        int matched = (int) endpoints.stream().filter(waiver::matches).count();
        return new WaiverUse(
                waiver,
                ChronoUnit.DAYS.between(today, waiver.until()),
                matched,
                refused.getOrDefault(waiver, 0.0),
                refused.containsKey(waiver),
                matched == 0 ? NearestLabels.of(waiver.endpoint().text(), endpoints) : List.of());
    }

    private Optional<Waiver> holding(Endpoint endpoint, SliResult result) {
        return waivers.stream()
                .filter(waiver -> waiver.isActiveOn(today) && !refused.containsKey(waiver))
                .filter(waiver -> waiver.covers(endpoint, result.sli().kind()))
                .findFirst();
    }

    private static SliResult waived(SliResult result) {
        return new SliResult(
                result.sli(),
                result.tally(),
                result.interval(),
                result.pValue(),
                result.dispersion(),
                Verdict.WAIVED,
                VerdictReason.WAIVED,
                OptionalLong.empty(),
                result.course(),
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
