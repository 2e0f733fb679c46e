package io.github.sre4j.live;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.Verdict;
import java.time.Instant;

/** Something that settled to be different from before. */
public sealed interface ServiceLevelChange {

    /** When it was found. */
    Instant at();

    /**
     * An endpoint has another verdict.
     *
     * @param at when it was found
     * @param result the endpoint as it is now
     * @param before the verdict it had
     */
    record VerdictChange(Instant at, EndpointResult result, Verdict before) implements ServiceLevelChange {}

    /**
     * An endpoint began to burn its budget, or stopped.
     *
     * @param at when it was found
     * @param budget the budget as it is now
     * @param burning whether it began
     */
    record BurnChange(Instant at, ErrorBudget budget, boolean burning) implements ServiceLevelChange {}
}
