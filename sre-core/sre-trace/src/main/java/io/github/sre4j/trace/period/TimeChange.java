package io.github.sre4j.trace.period;

import io.github.sre4j.trace.period.profile.Link;

/**
 * Time that a part of the system takes more of than in the reference.
 *
 * @param part what takes the time
 * @param ratio time in the window against the time expected from the reference for the same executions
 * @param excessNanos additional time per request of the window with this part
 * @param slowShare share of the window's requests in which this part is slower than in almost all of the reference, 0 to 1
 * @param surprise see {@link Surprise}
 * @param requests requests of the window with this part
 * @param reference requests of the reference with this part
 */
record TimeChange(
        Part part, double ratio, double excessNanos, double slowShare, double surprise, int requests, int reference) {

    /** Part of the system. */
    sealed interface Part {}

    /** Code of a service, as far as no other span covers it: on all hosts, or on one of several. */
    record OwnCode(String service, String host) implements Part {}

    /** A connection between two services, or to a system without spans. */
    record Connection(Link link) implements Part {}

    /** A queue in front of a service. */
    record Queue(String service) implements Part {}

    /** Total additional time over all requests of the window. */
    double totalNanos() {
        return excessNanos * requests;
    }
}
