package io.github.sre4j.trace.story;

import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.TransactionRow;
import io.github.sre4j.trace.story.StoryLine.Part;
import java.util.ArrayList;
import java.util.List;

/** What was asked, of whom, and what came of it. */
final class RequestSection {

    private static final int MAX_HANDLERS = 4;

    private final Trace trace;
    private final StoryPlaces places;

    RequestSection(TraceAnalysis analysis, StoryPlaces places) {
        this.places = places;
        this.trace = analysis.trace();
    }

    List<StoryLine> lines() {
        List<StoryLine> lines = new ArrayList<>();
        if (trace.size() == 0) {
            lines.add(withoutSpans());
            return lines;
        }
        int status = status();
        Line asked = new Line(Part.ASKED, key(trace.span(0), status))
                .name(Names.endpoint(trace))
                .name(trace.services().isEmpty() ? "?" : trace.services().get(0))
                .time(trace.durationNanos())
                .value(new Arg.Moment(trace.startEpochNanos()));
        if (status != 0) {
            asked.value(new Arg.Plain(status));
        }
        lines.add(asked.on(trace.span(0)).line());
        handlers().forEach(lines::add);
        if (trace.services().size() > 1) {
            List<Arg> names =
                    trace.services().stream().<Arg>map(Arg.Name::new).limit(8).toList();
            lines.add(new Line(Part.ASKED, "asked.services")
                    .count(trace.services().size())
                    .value(new Arg.Items(names))
                    .on(Fact.Kind.TRACE, trace.id())
                    .line());
        }
        return lines;
    }

    /** The handlers of the request in the product's services, the first ones if there are many. */
    private List<StoryLine> handlers() {
        List<StoryLine> handlers = places.all().stream()
                .filter(each -> each.kind() == StoryPlace.Kind.HANDLER)
                .map(each -> StoryPlaces.line(Part.ASKED, each))
                .toList();
        return handlers.size() > MAX_HANDLERS ? handlers.subList(0, MAX_HANDLERS) : handlers;
    }

    private String key(Span root, int status) {
        if (root.standIn()) {
            return "asked.no-root";
        }
        if (trace.unfinished(0)) {
            return "asked.unfinished";
        }
        if (root.kind() == SpanKind.CONSUMER) {
            return "asked.message";
        }
        return status == 0 ? "asked.no-status" : "asked.status";
    }

    private StoryLine withoutSpans() {
        if (trace.transactions().isEmpty()) {
            return new Line(Part.ASKED, trace.logs().isEmpty() ? "asked.nothing" : "asked.logs-only")
                    .name(trace.id())
                    .count(trace.logs().size())
                    .on(Fact.Kind.TRACE, trace.id())
                    .line();
        }
        TransactionRow row = trace.transactions().get(0);
        return new Line(Part.ASKED, "asked.row-only")
                .name(Names.endpoint(trace))
                .name(row.service())
                .time(row.durationNanos())
                .value(new Arg.Moment(row.startNanos()))
                .value(new Arg.Plain(row.status()))
                .time(row.databaseNanos())
                .count(row.databaseCalls())
                .time(row.externalNanos())
                .count(row.externalCalls())
                .on(Fact.Kind.TRANSACTION, row.guid())
                .line();
    }

    private int status() {
        Span root = trace.span(0);
        HttpCall http = root.http();
        return http != null && http.status() != 0
                ? http.status()
                : Names.rootRow(trace).map(TransactionRow::status).orElse(0);
    }
}
