package io.github.sre4j.advisor;

import io.github.sre4j.advisor.impact.Impact;
import io.github.sre4j.advisor.tracking.AcceptedCandidate;
import io.github.sre4j.advisor.tracking.BadRequestStats;
import io.github.sre4j.advisor.tracking.CandidateOutcome;
import io.github.sre4j.advisor.tracking.TrackRecord;
import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.telemetry.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Notes what a proposal promises when it is taken, and looks at what became of it in later windows. */
public final class CandidateTracking {

    private CandidateTracking() {}

    /**
     * A candidate that somebody decided to follow, endpoint by endpoint.
     *
     * @param candidate the candidate
     * @param assessment what it was found in
     * @param title what it is at an endpoint, in words
     * @param since windows from here on have the change
     * @param commit the change, or null
     * @throws IllegalArgumentException if the candidate gives nothing back, or an endpoint is not in the assessment
     */
    public static List<AcceptedCandidate> take(
            Candidate candidate,
            Assessment assessment,
            Function<AffectedEndpoint, String> title,
            Instant since,
            @Nullable String commit) {
        String whole = candidate.several() ? candidate.key() : null;
        boolean errors = candidate.kind() == SliKind.ERRORS;
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
                            since,
                            commit,
                            whole);
                })
                .toList();
    }

    /** What became of proposals, as far as this window tells. */
    public static TrackRecord record(List<AcceptedCandidate> taken, Assessment assessment) {
        return new TrackRecord(taken.stream()
                .map(each -> CandidateOutcome.of(
                        each,
                        assessment.window().from(),
                        now(assessment, each.endpoint(), each.errors()).orElse(null)))
                .toList());
    }

    private static Optional<BadRequestStats> now(Assessment assessment, String endpoint, boolean errors) {
        double days = (double) assessment.window().length().toMillis()
                / Duration.ofDays(1).toMillis();
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
