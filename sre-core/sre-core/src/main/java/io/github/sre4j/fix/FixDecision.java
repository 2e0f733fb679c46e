package io.github.sre4j.fix;

import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.code.SourceLocation;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fix of a missed SLI, and whether that miss passes for it.
 *
 * @param fix the fix as it is to be written down
 * @param label the endpoint's label
 * @param state what became of it
 * @param effect what the traffic since its deployment says
 * @param place the code that the change under build touches, or null where the fix was written down before
 * @param merged whether the change is part of the default branch
 */
public record FixDecision(
        PendingFix fix,
        String label,
        State state,
        FixEffect effect,
        @Nullable SourceLocation place,
        boolean merged) {

    /** What became of a fix. */
    public enum State {
        /** The change under build carries it. */
        CARRIED("carried"),
        /** It was written down before, and its time is not over. */
        IN_FLIGHT("in-flight"),
        /** Its time is over. */
        OVERDUE("overdue"),
        /** There was enough traffic since its deployment, which shows no change. */
        WITHOUT_EFFECT("without-effect"),
        /** The miss is worse than when the fix was written down. */
        GOT_WORSE("got-worse");

        private final String id;

        State(String id) {
            this.id = id;
        }

        /** The word used in files. */
        public String id() {
            return id;
        }
    }

    /** Refuses null. */
    public FixDecision {
        Objects.requireNonNull(fix, "fix");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(effect, "effect");
    }

    /** Whether the miss passes for it. */
    public boolean covers() {
        return state == State.CARRIED || state == State.IN_FLIGHT;
    }

    /** The code that the change under build touches. */
    public Optional<SourceLocation> touched() {
        return Optional.ofNullable(place);
    }
}
