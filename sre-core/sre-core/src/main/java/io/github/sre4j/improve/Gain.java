package io.github.sre4j.improve;

import io.github.sre4j.improve.cause.ErrorCause;
import io.github.sre4j.improve.cause.LatencyCause;
import io.github.sre4j.improve.effect.Effect;
import io.github.sre4j.improve.effect.EffectFormula;
import io.github.sre4j.improve.effect.Saving;
import io.github.sre4j.improve.effect.Tail;
import java.util.List;

/** What a change gives back at one endpoint. */
sealed interface Gain {

    /** What gives back less of the endpoint's excess than this is noise. */
    double LEAST_SHARE = 0.01;

    /** The effect after others were taken; {@link Effect#NONE} if it is noise. */
    Effect after(List<LatencyCause> taken);

    /**
     * Waiting, of which changes of the same requests leave each other less.
     *
     * @param tail the endpoint's slow requests
     * @param cause why they are slow
     */
    record Waiting(Tail tail, LatencyCause cause) implements Gain {

        @Override
        public Effect after(List<LatencyCause> taken) {
            Saving saving = taken.isEmpty() ? cause.saving() : cause.saving().without(cause.sharedWith(taken));
            Effect effect = EffectFormula.of(
                    tail,
                    taken.stream().map(LatencyCause::saving).toList(),
                    saving,
                    cause.traces(),
                    cause.atMostPerDay());
            boolean noise = effect.secondsPerDay() == 0 || effect.secondsPerDay() < LEAST_SHARE * tail.excessPerDay();
            return noise ? Effect.NONE : effect;
        }
    }

    /**
     * Failures: each has one origin, so changes leave each other's alone.
     *
     * @param cause their origin
     * @param secondsEach what one of them counts as
     */
    record Failures(ErrorCause cause, double secondsEach) implements Gain {

        @Override
        public Effect after(List<LatencyCause> taken) {
            return Effect.ofErrors(cause.failedPerDay(), cause.low(), cause.high(), secondsEach, cause.seen());
        }
    }
}
