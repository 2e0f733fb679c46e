package io.github.sre4j.advisor;

import io.github.sre4j.advisor.SteadyRequests.Parts;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.impact.Impact;
import io.github.sre4j.advisor.tracking.AcceptedCandidate;
import io.github.sre4j.advisor.tracking.BadRequestStats;
import io.github.sre4j.advisor.tracking.CandidateOutcome;
import io.github.sre4j.advisor.tracking.TrackRecord;
import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.TelemetryException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notes what a proposal promises when it is taken, and looks at what became of it in later windows. */
public final class CandidateTracking {

    private CandidateTracking() {}

    /**
     * A candidate that somebody decided to follow, endpoint by endpoint.
     *
     * @param candidate the candidate
     * @param assessment what it was found in
     * @param source source of single requests, which tell starts and extreme requests from the others
     * @param title what it is at an endpoint, in words
     * @param since windows from here on have the change
     * @param commit the change, or null
     * @throws IllegalArgumentException if the candidate gives nothing back, or an endpoint is not in the assessment
     * @throws TelemetryException if the source cannot be read
     */
    public static List<AcceptedCandidate> take(
            Candidate candidate,
            Assessment assessment,
            EvidenceSource source,
            Function<AffectedEndpoint, String> title,
            Instant since,
            @Nullable String commit)
            throws TelemetryException {
        String whole = candidate.several() ? candidate.key() : null;
        boolean errors = candidate.kind() == SliKind.ERRORS;
        Set<String> endpoints = candidate.helped().stream()
                .filter(helped -> !errors)
                .map(helped -> helped.endpoint().name().value())
                .collect(Collectors.toSet());
        Map<String, Parts> parts = SteadyRequests.of(endpoints, assessment, source);
        return candidate.helped().stream()
                .map(helped -> {
                    String endpoint = helped.endpoint().name().value();
                    BadRequestStats before = now(assessment, endpoint, errors)
                            .orElseThrow(() -> new IllegalArgumentException("'" + endpoint + "' was not measured"));
                    Impact impact = helped.impact();
                    double predicted = errors ? impact.goodPerDay() : impact.secondsPerDay();
                    return new AcceptedCandidate(
                            helped.key(),
                            title.apply(helped),
                            endpoint,
                            errors,
                            predicted,
                            before,
                            part(helped.key(), parts.get(endpoint)),
                            since,
                            commit,
                            whole);
                })
                .toList();
    }

    /**
     * Returns the observed impact of accepted candidates in this window. Like is compared with like: what was noted without starts is measured without them.
     *
     * @param taken the proposals
     * @param assessment measurements of the window
     * @param source source of single requests
     * @throws TelemetryException if the source cannot be read
     */
    public static TrackRecord record(List<AcceptedCandidate> taken, Assessment assessment, EvidenceSource source)
            throws TelemetryException {
        Instant from = assessment.window().from();
        Set<String> endpoints = taken.stream()
                .filter(each -> each.steadyBefore().isPresent() && !from.isBefore(each.since()))
                .map(AcceptedCandidate::endpoint)
                .collect(Collectors.toSet());
        Map<String, Parts> parts = SteadyRequests.of(endpoints, assessment, source);
        return new TrackRecord(taken.stream()
                .map(each -> each.steadyBefore().isPresent()
                        ? CandidateOutcome.ofSteady(each, from, part(each.key(), parts.get(each.endpoint())))
                        : CandidateOutcome.of(
                                each,
                                from,
                                now(assessment, each.endpoint(), each.errors()).orElse(null)))
                .toList());
    }

    /** A proposal about starts is held against starts, any other against the rest. */
    private static @Nullable BadRequestStats part(String key, @Nullable Parts parts) {
        if (parts == null) {
            return null;
        }
        return key.contains(" | " + CauseKind.COLD_START.id() + " | ") ? parts.early() : parts.steady();
    }

    private static Optional<BadRequestStats> now(Assessment assessment, String endpoint, boolean errors) {
        double days = assessment.observed().days();
        return assessment.endpoints().stream()
                .filter(result -> result.endpoint().name().value().equals(endpoint))
                .map(result -> bad(result, errors, days))
                .findFirst();
    }

    private static BadRequestStats bad(EndpointResult result, boolean errors, double days) {
        Counts whole = result.measurement().whole();
        return new BadRequestStats(
                whole.requests(),
                errors ? whole.errors() : whole.slow(),
                errors ? whole.errors() : result.measurement().excess().toNanos() / 1e9,
                result.measurement().traffic() / days);
    }
}
