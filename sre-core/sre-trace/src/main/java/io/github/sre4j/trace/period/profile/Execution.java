package io.github.sre4j.trace.period.profile;

import java.util.List;

/**
 * One execution of an operation within a request: its span, and the events directly in it. Times in nanoseconds from the start of the request.
 *
 * @param operation index in {@link Vocabulary#operation(int)}
 * @param path index of the chain of service entries that lead to it; executions of one path do the same job
 * @param parent index of the calling execution in the request, or -1
 * @param depth number of executions above
 * @param spanId the span
 * @param host the host or container, or the empty string
 * @param start start
 * @param end end
 * @param own time not covered by callees in this process; for a remote call, time not covered by the callee
 * @param link index of the connection that {@code own} was spent on, or -1 if it was spent in the process itself
 * @param queued time in a queue before the start, or -1 if there is no queue
 * @param events by start
 */
public record Execution(
        int operation,
        int path,
        int parent,
        int depth,
        String spanId,
        String host,
        long start,
        long end,
        long own,
        int link,
        long queued,
        List<Event> events) {

    /**
     * An event.
     *
     * @param type index in {@link Vocabulary#event(int)}
     * @param start start
     * @param end end; equal to the start for a log line
     */
    public record Event(int type, long start, long end) {}

    /** Copies the list. */
    public Execution {
        events = List.copyOf(events);
    }

    /** Returns whether the event occurs. */
    public boolean has(int type) {
        for (Event each : events) {
            if (each.type() == type) {
                return true;
            }
        }
        return false;
    }
}
