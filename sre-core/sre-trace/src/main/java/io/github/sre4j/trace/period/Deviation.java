package io.github.sre4j.trace.period;

import io.github.sre4j.trace.period.profile.Execution;

/**
 * A point in a request at which it left its usual course.
 *
 * @param request index of the request in the window
 * @param at time from the start of the request, in nanoseconds
 * @param execution the execution that deviates
 * @param suspect what is blamed
 * @param after last event as usual, or -1 for the start of the execution
 * @param before first event that is missing or new, or -1 for the end of the execution
 * @param weight probability that the deviation is not chance, 0 to 1
 * @param surprise surprise at the change that the deviation is part of
 * @param excess additional time in nanoseconds, or 0 for another flow; slow parts of a request are ordered by it, as where in an execution its time went is not known
 */
record Deviation(
        int request,
        long at,
        Execution execution,
        Suspect suspect,
        int after,
        int before,
        double weight,
        double surprise,
        double excess) {

    /** A possible cause. */
    sealed interface Suspect {
        String service();
    }

    /** Code of a service that runs another way. */
    record Flow(String service) implements Suspect {}

    /** Code of a service that takes more time. */
    record Busy(String service) implements Suspect {}

    /** The network of a service, or a system without spans. */
    record Slow(String service, boolean traced) implements Suspect {}

    /** A queue in front of a service. */
    record Backlog(String service) implements Suspect {}
}
