package io.github.sre4j.trace.period;

import io.github.sre4j.trace.period.profile.Execution;

/**
 * An event that executions of an operation have more or less often than in the reference.
 *
 * @param operation the operation
 * @param event the event
 * @param given only executions with this event are compared; -1 for all executions of the operation
 * @param expected share of these executions with the event in the reference, mixed like the window, 0 to 1
 * @param observed share of these executions with the event in the window, 0 to 1
 * @param surprise see {@link Surprise}
 * @param requests requests of the window with such executions
 */
record EventChange(
        int operation, int event, int given, double expected, double observed, double surprise, int requests) {

    /** Returns whether an execution deviates by this change. */
    boolean isSeenIn(Execution execution) {
        return execution.has(event) == more() && (given < 0 || execution.has(given));
    }

    boolean more() {
        return observed > expected;
    }

    /** Probability that a deviating execution deviates because of the change, and would not have done so in the reference. */
    double attributable() {
        double deviating = more() ? observed : 1 - observed;
        return deviating <= 0 ? 0 : Math.min(1, Math.abs(observed - expected) / deviating);
    }
}
