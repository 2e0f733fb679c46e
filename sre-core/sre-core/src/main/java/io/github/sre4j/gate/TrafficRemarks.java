package io.github.sre4j.gate;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.ExcludedName;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.assess.WaiverUse;
import io.github.sre4j.gate.GateReason.Kind;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.telemetry.Counts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Remarks of the gate on traffic that has no verdict of its own: without a route, excluded, or waived. */
final class TrafficRemarks {

    /** From this share of the requests, or of the errors, on, what is excluded is told with its numbers. */
    private static final double LARGE_SHARE = 0.2;

    private static final int NAMED = 3;

    private TrafficRemarks() {}

    static List<GateReason> of(Assessment assessment) {
        List<GateReason> remarks = new ArrayList<>();
        Optional<GateReason> unrouted = unrouted(assessment);
        unrouted.ifPresent(remarks::add);
        excluded(assessment)
                .filter(reason -> unrouted.isEmpty()
                        || !unrouted.get()
                                .arguments()
                                .get(0)
                                .equals(reason.arguments().get(0)))
                .ifPresent(remarks::add);
        waived(assessment).ifPresent(remarks::add);
        refusedWaivers(assessment).ifPresent(remarks::add);
        return remarks;
    }

    /** Returns true if more requests than the standard allows had no route, beyond chance. */
    static boolean missesRoutes(Assessment assessment) {
        return assessment
                .unroutedShare()
                .filter(result -> result.verdict() == Verdict.MISSED)
                .isPresent();
    }

    /** Returns the remark on requests without a route; empty if their share is within the limit. */
    static Optional<GateReason> unrouted(Assessment assessment) {
        return assessment.unroutedShare().filter(TrafficRemarks::isAboveLimit).map(result -> {
            Tally tally = result.slis().get(0).tally();
            return GateReason.of(
                    Kind.UNROUTED,
                    tally.bad(),
                    tally.total(),
                    tally.badRatio(),
                    result.slis().get(0).sli().objective().allowedBadRatio(),
                    names(withoutRoute(assessment)));
        });
    }

    private static List<ExcludedName> withoutRoute(Assessment assessment) {
        List<ExcludedName> names = new ArrayList<>(assessment.setAside().stream()
                .filter(name -> name.endpoint().isUnrouted() || name.endpoint().isCatchAll())
                .toList());
        for (EndpointResult result : assessment.endpoints()) {
            if (result.endpoint().isCatchAll()) {
                Counts counts = result.measurement().whole();
                names.add(new ExcludedName(result.endpoint(), counts.requests(), counts.errors(), null));
            }
        }
        return names;
    }

    private static boolean isAboveLimit(EndpointResult unrouted) {
        Tally tally = unrouted.slis().get(0).tally();
        return tally.total() > 0
                && tally.badRatio() > unrouted.slis().get(0).sli().objective().allowedBadRatio();
    }

    private static Optional<GateReason> excluded(Assessment assessment) {
        List<ExcludedName> names = assessment.setAside();
        long requests = names.stream().mapToLong(ExcludedName::requests).sum();
        long errors = names.stream().mapToLong(ExcludedName::errors).sum();
        long judged = 0;
        long judgedErrors = 0;
        for (EndpointResult endpoint : assessment.endpoints()) {
            judged += endpoint.measurement().whole().requests();
            judgedErrors += endpoint.measurement().whole().errors();
        }
        boolean large = requests > (requests + judged) * LARGE_SHARE || errors > (errors + judgedErrors) * LARGE_SHARE;
        return !large || requests == 0
                ? Optional.empty()
                : Optional.of(GateReason.of(
                        Kind.EXCLUDED_SHARE,
                        requests,
                        requests + judged,
                        (double) requests / (requests + judged),
                        errors,
                        names(names)));
    }

    private static Optional<GateReason> waived(Assessment assessment) {
        long judged = requests(assessment.endpoints());
        List<EndpointResult> waived = assessment.endpoints().stream()
                .filter(result -> result.activeWaiver().isPresent())
                .toList();
        long requests = requests(waived);
        return requests <= judged * LARGE_SHARE
                ? Optional.empty()
                : Optional.of(GateReason.of(
                        Kind.WAIVED_SHARE,
                        requests,
                        judged,
                        (double) requests / judged,
                        waived.stream()
                                .limit(NAMED)
                                .map(result -> result.endpoint().label())
                                .collect(Collectors.joining(", "))));
    }

    private static long requests(List<EndpointResult> endpoints) {
        return endpoints.stream()
                .mapToLong(result -> result.measurement().whole().requests())
                .sum();
    }

    private static String names(List<ExcludedName> names) {
        return names.stream()
                .sorted(Comparator.comparingLong(ExcludedName::requests)
                        .reversed()
                        .thenComparing(name -> name.endpoint().name()))
                .limit(NAMED)
                .map(name -> name.endpoint().label() + " " + name.requests())
                .collect(Collectors.joining(", "));
    }

    private static Optional<GateReason> refusedWaivers(Assessment assessment) {
        List<WaiverUse> refused =
                assessment.waivers().stream().filter(WaiverUse::refused).toList();
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of(GateReason.of(
                        Kind.WAIVERS_REFUSED,
                        refused.size(),
                        refused.get(0).waiver().endpoint().text(),
                        refused.get(0).share(),
                        assessment.standard().limits().waived()));
    }
}
