package io.github.sre4j.trace.period.profile;

import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Reads from traces what requests did. One for all requests that are compared. Not thread-safe. */
public final class RequestProfiler {

    private final Vocabulary vocabulary;
    private final SpanNames names = new SpanNames();
    private final LogTemplates templates = new LogTemplates();

    /** A profiler that numbers operations and events by a vocabulary. */
    public RequestProfiler(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The profile of a request; without executions if it has no span. */
    public RequestProfile of(Trace trace) {
        int size = trace.size();
        int[] execution = new int[size];
        int[] entryPath = new int[size];
        List<List<Execution.Event>> events = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            events.add(new ArrayList<>(4));
        }
        addLogs(trace, events);
        List<Execution> executions = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Span span = trace.span(i);
            int parent = trace.parent(i);
            if (span.standIn()) {
                execution[i] = -1;
                entryPath[i] = -1;
                continue;
            }
            String service = ServiceNames.of(span.service());
            boolean entry =
                    parent < 0 || !ServiceNames.of(trace.span(parent).service()).equals(service);
            int remote = names.isCall(span) ? remoteChild(trace, i) : -1;
            String name = remote >= 0 ? names.remote(trace.span(remote)) : names.operation(span, entry);
            int operation = vocabulary.operation(service, name);
            int path = vocabulary.path(parent < 0 ? -1 : entryPath[parent], operation);
            entryPath[i] = entry ? path : entryPath[parent];
            execution[i] = executions.size();
            addCalls(trace, i, remote, events.get(i));
            executions.add(execution(trace, i, operation, path, parent < 0 ? -1 : execution[parent], events.get(i)));
        }
        return new RequestProfile(
                trace.id(), trace.startEpochNanos(), size == 0 ? 0 : trace.durationNanos(), executions);
    }

    private Execution execution(
            Trace trace, int index, int operation, int path, int parent, List<Execution.Event> events) {
        Span span = trace.span(index);
        events.sort(Comparator.comparingLong(Execution.Event::start).thenComparingInt(Execution.Event::type));
        int remote = remoteChild(trace, index);
        int link = -1;
        String service = vocabulary.operation(operation).service();
        if (remote >= 0 && names.isCall(span)) {
            link = vocabulary.link(
                    new Link(service, ServiceNames.of(trace.span(remote).service()), true));
        } else if (trace.subtreeEnd(index) == index + 1 && names.isCall(span)) {
            link = vocabulary.link(new Link(service, names.target(span), false));
        }
        return new Execution(
                operation,
                path,
                parent,
                trace.depth(index),
                span.id(),
                Objects.requireNonNullElse(span.host(), ""),
                trace.startNanos(index),
                trace.endNanos(index),
                Math.max(0, trace.durationNanos(index) - covered(trace, index)),
                link,
                wait(trace, index),
                events);
    }

    /** The first child in another service, or -1. */
    private static int remoteChild(Trace trace, int index) {
        String service = ServiceNames.of(trace.span(index).service());
        for (int child = index + 1; child < trace.subtreeEnd(index); child = trace.subtreeEnd(child)) {
            if (!ServiceNames.of(trace.span(child).service()).equals(service)
                    && !trace.span(child).standIn()) {
                return child;
            }
        }
        return -1;
    }

    private static long covered(Trace trace, int index) {
        long from = trace.startNanos(index);
        long until = trace.endNanos(index);
        List<long[]> parts = new ArrayList<>();
        for (int child = index + 1; child < trace.subtreeEnd(index); child = trace.subtreeEnd(child)) {
            long start = Math.max(from, trace.startNanos(child));
            long end = Math.min(until, trace.endNanos(child));
            if (end > start) {
                parts.add(new long[] {start, end});
            }
        }
        parts.sort(Comparator.comparingLong(part -> part[0]));
        long union = 0;
        long reached = from;
        for (long[] part : parts) {
            union += Math.max(0, part[1] - Math.max(reached, part[0]));
            reached = Math.max(reached, part[1]);
        }
        return union;
    }

    /** Time between the end of a send operation and the start of its processing, or -1. */
    private static long wait(Trace trace, int index) {
        int parent = trace.parent(index);
        return trace.span(index).kind() == SpanKind.CONSUMER
                        && parent >= 0
                        && trace.span(parent).kind() == SpanKind.PRODUCER
                ? Math.max(0, trace.startNanos(index) - trace.endNanos(parent))
                : -1;
    }

    private void addCalls(Trace trace, int index, int callee, List<Execution.Event> events) {
        for (int child = index + 1; child < trace.subtreeEnd(index); child = trace.subtreeEnd(child)) {
            Span span = trace.span(child);
            if (span.standIn() || child == callee) {
                continue;
            }
            int remote = remoteChild(trace, child);
            String text = remote < 0 ? names.call(span) : names.remote(trace.span(remote));
            boolean foreign = !ServiceNames.of(span.service())
                    .equals(ServiceNames.of(trace.span(index).service()));
            String name = foreign ? names.remote(span) : text;
            events.add(new Execution.Event(
                    vocabulary.event(new EventType(EventType.Kind.CALL, name, null, names.location(span), false)),
                    trace.startNanos(child),
                    trace.endNanos(child)));
        }
        Span span = trace.span(index);
        if (span.failed()) {
            events.add(new Execution.Event(
                    vocabulary.event(new EventType(EventType.Kind.ERROR, names.error(span), null, null, true)),
                    trace.endNanos(index),
                    trace.endNanos(index)));
        }
    }

    private void addLogs(Trace trace, List<List<Execution.Event>> events) {
        for (LogLine line : trace.logs()) {
            int span = span(trace, line);
            if (span >= 0) {
                String service = ServiceNames.of(trace.span(span).service());
                LogTemplates.Template template = templates.of(service, line);
                long at = line.atNanos() - trace.startEpochNanos();
                events.get(span)
                        .add(new Execution.Event(
                                vocabulary.event(template, line.severity().isError()), at, at));
            }
        }
    }

    /** The span of a line: by its id, else the deepest one of its service that ran at that time, or -1. */
    private static int span(Trace trace, LogLine line) {
        String id = line.spanId();
        int named = id == null ? -1 : trace.indexOf(id).orElse(-1);
        if (named >= 0 || line.service() == null) {
            return named;
        }
        long at = line.atNanos() - trace.startEpochNanos();
        int best = -1;
        for (int i = 0; i < trace.size(); i++) {
            boolean runs = trace.startNanos(i) <= at && at <= trace.endNanos(i);
            if (runs
                    && trace.span(i).service().equals(line.service())
                    && (best < 0 || trace.depth(i) >= trace.depth(best))) {
                best = i;
            }
        }
        return best;
    }
}
