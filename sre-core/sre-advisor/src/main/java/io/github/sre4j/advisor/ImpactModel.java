package io.github.sre4j.advisor;

import io.github.sre4j.advisor.cause.ErrorCause;
import io.github.sre4j.advisor.cause.LatencyCause;
import io.github.sre4j.advisor.impact.Impact;
import io.github.sre4j.advisor.impact.ImpactFormula;
import io.github.sre4j.advisor.impact.Saving;
import io.github.sre4j.advisor.impact.SlowRequestTail;
import java.util.List;

/** What a change gives back at one endpoint. */
sealed interface ImpactModel {

    /** What gives back less of the endpoint's excess than this is noise. */
    double LEAST_SHARE = 0.01;

    /** The effect after others were taken; {@link Impact#NONE} if it is noise. */
    Impact after(List<LatencyCause> taken);

    /**
     * Waiting, of which changes of the same requests leave each other less.
     *
     * @param tail the endpoint's slow requests
     * @param cause why they are slow
     */
    record Waiting(SlowRequestTail tail, LatencyCause cause) implements ImpactModel {

        @Override
        public Impact after(List<LatencyCause> taken) {
            Saving saving = taken.isEmpty() ? cause.saving() : cause.saving().without(cause.sharedWith(taken));
            Impact impact = ImpactFormula.of(
                    tail,
                    taken.stream().map(LatencyCause::saving).toList(),
                    saving,
                    cause.traces(),
                    cause.atMostPerDay());
            boolean noise = impact.secondsPerDay() == 0 || impact.secondsPerDay() < LEAST_SHARE * tail.excessPerDay();
            return noise ? Impact.NONE : impact;
        }
    }

    /**
     * Waiting after starts, which are requests of their own: no other change helps them.
     *
     * @param tail the slow requests after starts
     * @param cause why they are slow
     */
    record AfterStarts(SlowRequestTail tail, LatencyCause cause) implements ImpactModel {

        @Override
        public Impact after(List<LatencyCause> taken) {
            return ImpactFormula.of(tail, List.of(), cause.saving(), cause.traces(), tail.excessPerDay());
        }
    }

    /**
     * Failures: each has one origin, so changes leave each other's alone.
     *
     * @param cause their origin
     * @param secondsEach what one of them counts as
     */
    record Failures(ErrorCause cause, double secondsEach) implements ImpactModel {

        @Override
        public Impact after(List<LatencyCause> taken) {
            return Impact.ofErrors(cause.failedPerDay(), cause.low(), cause.high(), secondsEach, cause.seen());
        }
    }
}
