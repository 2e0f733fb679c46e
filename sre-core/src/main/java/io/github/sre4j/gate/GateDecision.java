package io.github.sre4j.gate;

import io.github.sre4j.standard.Enforcement;
import java.util.List;
import java.util.Objects;

/**
 * Whether the build passes.
 *
 * @param enforcement what a miss does to this build
 * @param outcome how the check came out
 * @param passed whether the build goes on
 * @param wouldPassEnforced whether it would go on if any miss failed it
 * @param reasons why; the first is the main one; not empty
 */
public record GateDecision(
        Enforcement enforcement, Outcome outcome, boolean passed, boolean wouldPassEnforced, List<GateReason> reasons) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no reason: nothing passes or fails without saying why
     */
    public GateDecision {
        Objects.requireNonNull(enforcement, "enforcement");
        Objects.requireNonNull(outcome, "outcome");
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a decision needs a reason");
        }
    }
}
