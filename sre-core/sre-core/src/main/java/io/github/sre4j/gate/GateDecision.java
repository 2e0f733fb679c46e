package io.github.sre4j.gate;

import io.github.sre4j.baseline.BaselineComparison;
import io.github.sre4j.fix.FixReview;
import io.github.sre4j.standard.Enforcement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the build passes.
 *
 * @param enforcement what a miss does to this build
 * @param outcome how the check came out
 * @param passed whether the build goes on
 * @param wouldPassEnforced whether it would go on if any miss failed it
 * @param reasons why; the first is the main one; not empty
 * @param comparison how the misses compare with the baseline, or null where none was asked for
 * @param override why somebody let this build pass although it misses, or null
 * @param fixes fixes in flight of misses that would fail this build
 */
public record GateDecision(
        Enforcement enforcement,
        CheckOutcome outcome,
        boolean passed,
        boolean wouldPassEnforced,
        List<GateReason> reasons,
        @Nullable BaselineComparison comparison,
        @Nullable String override,
        FixReview fixes) {

    /** A decision without a baseline and without an override. */
    public GateDecision(
            Enforcement enforcement,
            CheckOutcome outcome,
            boolean passed,
            boolean wouldPassEnforced,
            List<GateReason> reasons) {
        this(enforcement, outcome, passed, wouldPassEnforced, reasons, null, null, FixReview.NONE);
    }

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no reason: nothing passes or fails without saying why
     */
    public GateDecision {
        Objects.requireNonNull(enforcement, "enforcement");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(fixes, "fixes");
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a decision needs a reason");
        }
    }

    /** How the misses compare with the baseline, where one was asked for. */
    public Optional<BaselineComparison> withBaseline() {
        return Optional.ofNullable(comparison);
    }

    /** Why somebody let this build pass although it misses. */
    public Optional<String> overriddenBecause() {
        return Optional.ofNullable(override);
    }
}
