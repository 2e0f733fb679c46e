package io.github.sre4j.advisor.tracking;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a proposal that was taken.
 *
 * @param taken the proposal
 * @param observed what it gave back a day at the traffic of before, or null while no window after the change has been measured
 * @param low lower end of the 95 % interval of that; below 0 if it may have made things worse
 * @param high upper end
 */
public record CandidateOutcome(
        AcceptedCandidate taken, @Nullable Double observed, double low, double high) {

    private static final double TWO_SIDED_95 = 1.96;

    /**
     * Compares a prediction with a later window.
     *
     * @param taken the proposal
     * @param from when the window begins
     * @param now how bad the endpoint is in it, or null if it has no requests there
     */
    public static CandidateOutcome of(AcceptedCandidate taken, Instant from, @Nullable BadRequestStats now) {
        if (now == null || now.requests() == 0 || from.isBefore(taken.since())) {
            return new CandidateOutcome(taken, null, 0, 0);
        }
        return compared(taken, taken.before(), now);
    }

    /**
     * Compares a prediction with a later window, each without starts of the service and with extreme requests cut.
     *
     * @param taken the proposal
     * @param from when the window begins
     * @param now how slow the endpoint is in it, or null if it has no requests there or that is not known
     */
    public static CandidateOutcome ofSteady(AcceptedCandidate taken, Instant from, @Nullable BadRequestStats now) {
        BadRequestStats before = taken.steadyBefore().orElse(null);
        if (before == null || now == null || now.requests() == 0 || from.isBefore(taken.since())) {
            return new CandidateOutcome(taken, null, 0, 0);
        }
        return compared(taken, before, now);
    }

    private static CandidateOutcome compared(AcceptedCandidate taken, BadRequestStats before, BadRequestStats now) {
        double traffic = before.requestsPerDay();
        double gain = (before.each() - now.each()) * traffic;
        double margin =
                TWO_SIDED_95 * traffic * Math.sqrt(before.variance(taken.errors()) + now.variance(taken.errors()));
        return new CandidateOutcome(taken, gain, gain - margin, gain + margin);
    }

    /** What it gave back; empty while it is too early to say. */
    public Optional<Double> observedPerDay() {
        return Optional.ofNullable(observed);
    }

    /** What it gave back as a share of what was predicted; empty while it is too early to say. */
    public Optional<Double> kept() {
        return observedPerDay().map(given -> given / taken.predicted());
    }
}
