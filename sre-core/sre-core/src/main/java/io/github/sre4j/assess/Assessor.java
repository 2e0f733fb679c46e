package io.github.sre4j.assess;

import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.ExclusionReason;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.Measurements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds measurements against a standard. Immutable and thread-safe.
 *
 * <p>All SLIs of all endpoints of a build are judged together ({@link SliEvaluator}), because the chance of a false miss is bounded for the
 * build, not for one endpoint. A waived SLI takes part in that: waiving one endpoint must not change the verdict of another.
 */
public final class Assessor {

    private static final List<Verdict> ORDER =
            List.of(Verdict.MISSED, Verdict.UNDECIDED, Verdict.MET, Verdict.WAIVED, Verdict.NO_DATA);

    private final Standard standard;
    private final WaiverPolicy waivers;

    /**
     * Makes an assessor.
     *
     * @param standard the standard
     * @param waivers the product's waivers
     * @param today the day of the check (UTC), which decides whether a waiver still holds
     */
    public Assessor(Standard standard, List<Waiver> waivers, LocalDate today) {
        this.standard = Objects.requireNonNull(standard, "standard");
        this.waivers = new WaiverPolicy(waivers, today);
    }

    /** Judges every endpoint that a class of the standard matches; the others are set aside with why. */
    public Assessment assess(Window window, List<EndpointMeasurement> measurements) {
        return assess(window, measurements, null);
    }

    /** Judges every endpoint that a class of the standard matches, and says in which part of the window there were requests. */
    public Assessment assess(Window window, Measurements measurements) {
        return assess(
                window,
                measurements.endpoints(),
                measurements.source().seenWindow().orElse(null));
    }

    private Assessment assess(Window window, List<EndpointMeasurement> measurements, @Nullable Window seen) {
        List<ExcludedName> setAside = new ArrayList<>();
        List<Judged> judged = new ArrayList<>();
        UnroutedRequests unrouted = new UnroutedRequests();
        for (EndpointMeasurement measurement : measurements) {
            Endpoint endpoint = Endpoint.of(measurement.name());
            Optional<ExclusionReason> reason = Exclusions.reason(endpoint, measurement);
            Optional<EndpointClass> endpointClass = standard.classOf(measurement.name());
            boolean excluded = reason.isPresent() || endpointClass.isEmpty();
            if (!excluded || Exclusions.isUnrouted(endpoint, measurement)) {
                unrouted.add(endpoint, measurement);
            }
            if (excluded) {
                setAside.add(new ExcludedName(
                        endpoint,
                        measurement.whole().requests(),
                        measurement.whole().errors(),
                        reason.orElse(null)));
            } else {
                judged.add(new Judged(endpoint, endpointClass.get(), measurement));
            }
        }
        List<Judged> all = new ArrayList<>(distinctLabels(judged));
        unrouted.endpointClass(standard)
                .ifPresent(own -> all.add(new Judged(Endpoint.of(UnroutedRequests.NAME), own, unrouted.measurement())));
        WaiverPolicy policy = waivers.within(
                judged.stream()
                        .collect(Collectors.toMap(
                                Judged::endpoint,
                                each -> each.measurement().whole().requests(),
                                Long::sum)),
                standard.limits().waived());
        List<EndpointResult> everything = results(all, policy);
        List<EndpointResult> results = everything.stream()
                .filter(result -> !result.endpoint().name().equals(UnroutedRequests.NAME))
                .toList();
        return new Assessment(
                standard,
                window,
                results,
                setAside,
                policy.uses(results.stream().map(EndpointResult::endpoint).toList()),
                GoalProgress.of(results),
                ObservedTime.of(window, seen, measurements),
                everything.stream()
                        .filter(result -> result.endpoint().name().equals(UnroutedRequests.NAME))
                        .findFirst()
                        .orElse(null));
    }

    private List<EndpointResult> results(List<Judged> judged, WaiverPolicy policy) {
        List<SliCounts> questions = judged.stream().flatMap(Judged::questions).toList();
        List<SliResult> answers =
                new SliEvaluator(standard.familyWiseAlpha(), standard.incidentUpTo()).evaluate(questions);
        List<EndpointResult> results = new ArrayList<>();
        int next = 0;
        for (Judged each : judged) {
            int slis = each.endpointClass().slis().size();
            results.add(policy.apply(
                    each.endpoint(), each.endpointClass(), each.measurement(), answers.subList(next, next + slis)));
            next += slis;
        }
        results.sort(Comparator.comparingInt((EndpointResult result) -> ORDER.indexOf(result.verdict()))
                .thenComparing(result -> result.measurement().excess(), Comparator.reverseOrder())
                .thenComparing(result -> result.endpoint().name()));
        return results;
    }

    /** Where two names have one label, people must still be able to tell them apart: those get their stored names. */
    private static List<Judged> distinctLabels(List<Judged> judged) {
        Map<String, Long> uses = judged.stream()
                .map(each -> each.endpoint().label())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return judged.stream()
                .map(each -> Objects.requireNonNull(uses.get(each.endpoint().label())) == 1
                        ? each
                        : each.withLabel(each.endpoint().name().value()))
                .toList();
    }

    private record Judged(Endpoint endpoint, EndpointClass endpointClass, EndpointMeasurement measurement) {

        Judged withLabel(String label) {
            return new Judged(new Endpoint(endpoint.name(), label), endpointClass, measurement);
        }

        java.util.stream.Stream<SliCounts> questions() {
            return endpointClass.slis().stream().map(sli -> SliCounts.of(sli, measurement));
        }
    }
}
