package io.github.sre4j.advisor;

import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.SliKind;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint can give back at most, before anybody asked why it misses.
 *
 * @param result the endpoint
 * @param latency its missed SLI of latency, or null
 * @param errors its missed SLI of errors, or null
 * @param threshold above which a request is slow; a second where the class has none
 * @param waitingPerDay what its users wait too long, seconds a day; 0 if it does not miss for latency
 * @param failedPerDay its failed requests a day; 0 if it does not miss for errors
 */
record MaxImpact(
        EndpointResult result,
        @Nullable SliResult latency,
        @Nullable SliResult errors,
        Duration threshold,
        double waitingPerDay,
        double failedPerDay) {

    /** A failure breaks a person's flow of thought, which a wait does after about a second (Miller 1968); it counts as no less. */
    private static final Duration FLOW_BREAKS = Duration.ofSeconds(1);

    static MaxImpact of(EndpointResult result, double days) {
        SliResult latency = missed(result, SliKind.LATENCY);
        SliResult errors = missed(result, SliKind.ERRORS);
        Duration threshold = result.slis().stream()
                .map(SliResult::sli)
                .filter(LatencySli.class::isInstance)
                .map(sli -> ((LatencySli) sli).threshold())
                .findFirst()
                .orElse(FLOW_BREAKS);
        double weight = weight(result);
        return new MaxImpact(
                result,
                latency,
                errors,
                threshold,
                latency == null ? 0 : weight * (result.measurement().excess().toNanos() / 1e9) / days,
                errors == null ? 0 : weight * errors.tally().bad() / days);
    }

    /** The ceiling, in the seconds a day that candidates are ranked by. */
    double secondsPerDay() {
        return waitingPerDay + failedPerDay * secondsEachFailure();
    }

    /** What a failed request counts as: it has to be made again, which takes the threshold at most if all is well, and no less than a second. */
    double secondsEachFailure() {
        return Math.max(threshold.toNanos(), FLOW_BREAKS.toNanos()) / 1e9;
    }

    private static @Nullable SliResult missed(EndpointResult result, SliKind kind) {
        return result.slis().stream()
                .filter(each -> each.sli().kind() == kind)
                .filter(each -> each.verdict() == Verdict.MISSED || each.verdict() == Verdict.WAIVED)
                .findFirst()
                .orElse(null);
    }

    static double weight(EndpointResult result) {
        long events = result.measurement().whole().requests();
        return events == 0 ? 1 : Math.max(1, (double) result.measurement().traffic() / events);
    }

    /** What to find out; empty for pages, which have no traces here. */
    Optional<EvidenceQuestion> question() {
        if (page() || (latency == null && errors == null)) {
            return Optional.empty();
        }
        return Optional.of(new EvidenceQuestion(
                result.endpoint().name(),
                latency == null ? null : threshold,
                errors != null,
                result.measurement().whole().requests(),
                result.measurement().traffic()));
    }

    boolean page() {
        return result.endpoint().name().value().startsWith("PageViewTiming/");
    }
}
