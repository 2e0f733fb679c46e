package io.github.sre4j.advisor;

import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.evidence.StartEffect;
import io.github.sre4j.advisor.impact.SlowRequest;
import io.github.sre4j.advisor.impact.SlowRequestTail;
import io.github.sre4j.advisor.tracking.BadRequestStats;
import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.telemetry.TelemetryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Durations of endpoints without starts of the service and without extreme requests, so that two windows can be compared: a window with a start in it, or with one
 * request that hung, is not like one without.
 */
final class SteadyRequests {

    /** A request counts as no longer than so many thresholds. */
    private static final double LONGEST = 10;

    /**
     * The two kinds of requests of an endpoint.
     *
     * @param steady all but those after starts
     * @param early those after starts; null if none are known
     */
    record Parts(BadRequestStats steady, @Nullable BadRequestStats early) {}

    private SteadyRequests() {}

    /**
     * Returns the numbers of those of the endpoints that have a threshold and that the source can be asked about.
     *
     * @param endpoints stored names
     * @param assessment measurements of the window
     * @param source source of single requests
     */
    static Map<String, Parts> of(Set<String> endpoints, Assessment assessment, EvidenceSource source)
            throws TelemetryException {
        List<EndpointResult> asked = new ArrayList<>();
        List<EvidenceQuestion> questions = new ArrayList<>();
        for (EndpointResult result : assessment.endpoints()) {
            Optional<Duration> threshold = threshold(result);
            if (endpoints.contains(result.endpoint().name().value()) && threshold.isPresent()) {
                asked.add(result);
                questions.add(new EvidenceQuestion(
                        result.endpoint().name(),
                        threshold.get(),
                        false,
                        result.measurement().whole().requests(),
                        result.measurement().traffic()));
            }
        }
        Map<String, Parts> stats = new HashMap<>();
        if (!questions.isEmpty()) {
            List<Optional<EndpointEvidence>> answers =
                    new EvidenceCollector(source, assessment.window()).answers(questions);
            for (int i = 0; i < asked.size(); i++) {
                EndpointResult result = asked.get(i);
                double days = assessment.observed().days();
                answers.get(i)
                        .flatMap(evidence -> stats(result, evidence, days))
                        .ifPresent(each -> stats.put(result.endpoint().name().value(), each));
            }
        }
        return stats;
    }

    private static Optional<Duration> threshold(EndpointResult result) {
        return result.slis().stream()
                .map(each -> each.sli())
                .filter(LatencySli.class::isInstance)
                .map(sli -> ((LatencySli) sli).threshold())
                .findFirst();
    }

    private static Optional<Parts> stats(EndpointResult result, EndpointEvidence evidence, double days) {
        if (evidence.slowRequests().isEmpty()) {
            return Optional.empty();
        }
        SlowRequestTail tail = evidence.slowRequests().get();
        double weight = MaxImpact.weight(result);
        double slow = 0;
        double excess = 0;
        for (SlowRequest request : tail.requests()) {
            double number = request.weight() / weight;
            slow += number;
            excess +=
                    number * (Math.min(request.seconds(), LONGEST * tail.thresholdSeconds()) - tail.thresholdSeconds());
        }
        long early = evidence.startEffect().map(StartEffect::all).orElse(0L);
        long requests = Math.max(Math.round(slow), result.measurement().whole().requests() - early);
        return Optional.of(new Parts(
                new BadRequestStats(
                        requests,
                        Math.round(slow),
                        Math.max(0, excess),
                        result.measurement().traffic() / days),
                evidence.startEffect()
                        .map(start -> early(start, tail.thresholdSeconds(), weight / days))
                        .orElse(null)));
    }

    private static BadRequestStats early(StartEffect start, double threshold, double perDay) {
        return new BadRequestStats(
                start.all(),
                start.requests().size(),
                start.requests().stream()
                        .mapToDouble(each -> each.seconds() - threshold)
                        .sum(),
                start.all() * perDay);
    }
}
