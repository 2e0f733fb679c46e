package io.github.sre4j.trace.period;

import io.github.sre4j.trace.period.profile.EventType;
import io.github.sre4j.trace.period.profile.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A possible cause of what differs in a period.
 *
 * @param kind what happened
 * @param service where
 * @param hosts hosts or containers concerned if not all of the service's, else empty
 * @param operation the operation concerned most, or null
 * @param after last event as usual before the requests leave their course, or null for the start of the operation
 * @param before first event that is missing or new, or null
 * @param ratio factor of the time taken, or 0 for kinds that are not about time
 * @param excessNanos additional time per affected request, or 0
 * @param affected requests of the window that leave their usual course here first
 * @param requests requests of the window that come by here
 * @param certainty how sure
 * @param events events that changed here, strongest first
 * @param times parts that take more time here, most additional time first
 * @param traceId a request that shows it
 * @param spanId the span in it
 */
public record RootCause(
        Kind kind,
        String service,
        List<String> hosts,
        @Nullable Operation operation,
        @Nullable EventType after,
        @Nullable EventType before,
        double ratio,
        double excessNanos,
        int affected,
        int requests,
        Certainty certainty,
        List<ChangedEvent> events,
        List<SlowPart> times,
        String traceId,
        String spanId) {

    /** Kinds of causes. */
    public enum Kind {
        /** New or more errors. */
        ERRORS("errors"),
        /** Log lines or calls are missing or new, without an error: another branch, another result. */
        CHANGED_FLOW("changed-flow"),
        /** The code itself takes longer: a busy processor, garbage collection, a lock, a loop. */
        OWN_TIME("own-time"),
        /** Time between a service and its callers and callees. */
        NETWORK("network"),
        /** A database or other system that sends no spans takes longer. */
        DEPENDENCY("dependency"),
        /** Messages wait longer before they are processed. */
        QUEUE("queue");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The id in files and of texts. */
        public String id() {
            return id;
        }
    }

    /** How sure a cause is. */
    public enum Certainty {
        /** Far beyond chance. */
        HIGH("high"),
        /** Beyond chance. */
        MEDIUM("medium"),
        /** A hint: too few requests to exclude chance. */
        LOW("low");

        private final String id;

        Certainty(String id) {
            this.id = id;
        }

        /** The id in files and of texts. */
        public String id() {
            return id;
        }
    }

    /**
     * An event that is more or less frequent.
     *
     * @param operation where it belongs
     * @param event the event
     * @param given only executions with this event are compared, or null for all
     * @param expected share of these executions with it in the reference, 0 to 1
     * @param observed share of these executions with it in the window, 0 to 1
     * @param requests requests of the window with the operation
     */
    public record ChangedEvent(
            Operation operation,
            EventType event,
            @Nullable EventType given,
            double expected,
            double observed,
            int requests) {}

    /**
     * A part that takes more time.
     *
     * @param caller the calling service for a connection, else null
     * @param callee the service itself, the callee, or the system called
     * @param ratio factor against the reference
     * @param excessNanos additional time per request
     * @param requests requests of the window with this part
     */
    public record SlowPart(@Nullable String caller, String callee, double ratio, double excessNanos, int requests) {}

    /** Copies the lists. */
    public RootCause {
        hosts = List.copyOf(hosts);
        events = List.copyOf(events);
        times = List.copyOf(times);
    }
}
