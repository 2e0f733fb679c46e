package io.github.sre4j.trace.story;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.ErrorOrigin;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.Statement;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.place.PlaceFinder;
import io.github.sre4j.trace.place.SourcePlace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds the facts of a story in the sources of one product. A request may come by services of other products: a statement or call counts only for a
 * service that the sources are shown to be of, by a class they hold or a route they alone handle. Not thread-safe.
 */
final class PlaceCollector {

    /** A request through more services than this names no more handlers. */
    private static final int MAX_HANDLERS = 24;

    private final Trace trace;
    private final TraceAnalysis analysis;
    private final PlaceFinder finder;
    private final Map<Integer, EndpointName> entries = new LinkedHashMap<>();
    private final Set<String> own = new HashSet<>();
    private final List<StoryPlace> found = new ArrayList<>();

    /**
     * Collects for one request.
     *
     * @param analysis not masked: a masked message fits no log statement
     */
    PlaceCollector(TraceAnalysis analysis, PlaceFinder finder) {
        this.analysis = analysis;
        this.trace = analysis.trace();
        this.finder = finder;
    }

    StoryPlaces collect() {
        for (int i = 0; i < trace.size() && entries.size() < MAX_HANDLERS; i++) {
            if (Entries.isEntry(trace, i)) {
                entries.put(i, Entries.name(trace, i));
            }
        }
        List<StoryPlace> frames = frames();
        List<StoryPlace> logs = logs();
        code();
        handlers();
        found.addAll(frames);
        for (int i = 0; i < analysis.errors().size(); i++) {
            ErrorOrigin origin = analysis.errors().get(i);
            if (origin.frame() == null && origin.spanId() != null) {
                span(origin.spanId(), new Fact(Fact.Kind.ERROR, Integer.toString(i)));
            }
        }
        for (int i = 0; i < analysis.findings().size(); i++) {
            Finding finding = analysis.findings().get(i);
            if (finding.material() && !finding.spanIds().isEmpty()) {
                span(finding.spanIds().get(0), new Fact(Fact.Kind.FINDING, Integer.toString(i)));
            }
        }
        found.addAll(logs);
        return new StoryPlaces(found);
    }

    private List<StoryPlace> frames() {
        List<StoryPlace> frames = new ArrayList<>();
        for (int i = 0; i < analysis.errors().size(); i++) {
            ErrorOrigin origin = analysis.errors().get(i);
            CodeLocation frame = origin.frame();
            List<SourcePlace> places = frame == null ? List.of() : finder.code(frame);
            if (!places.isEmpty()) {
                own.add(origin.service());
                frames.add(
                        new StoryPlace(StoryPlace.Kind.FRAME, new Fact(Fact.Kind.ERROR, Integer.toString(i)), places));
            }
        }
        return frames;
    }

    private List<StoryPlace> logs() {
        List<StoryPlace> logs = new ArrayList<>();
        for (LogLine line : LogsSection.loud(trace)) {
            String logger = line.logger();
            List<SourcePlace> places =
                    logger == null || logger.isBlank() ? List.of() : finder.logging(logger, line.message());
            if (!places.isEmpty()) {
                if (line.service() != null) {
                    own.add(line.service());
                }
                logs.add(new StoryPlace(StoryPlace.Kind.LOG, new Fact(Fact.Kind.LOG, line.id()), places));
            }
        }
        return logs;
    }

    /** Spans that name a class of the sources show whose service it is. */
    private void code() {
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < trace.size(); i++) {
            CodeLocation code = trace.span(i).code();
            if (code != null
                    && asked.add(trace.span(i).service())
                    && !finder.code(code).isEmpty()) {
                own.add(trace.span(i).service());
            }
        }
    }

    /** A gateway takes requests under the path of the service behind it: of several services with one handler, those shown otherwise or else the last have it. */
    private void handlers() {
        Map<List<SourcePlace>, List<Integer>> byPlace = new LinkedHashMap<>();
        entries.forEach((span, name) -> {
            List<SourcePlace> places = finder.handlers(name);
            if (!places.isEmpty()) {
                byPlace.computeIfAbsent(places, any -> new ArrayList<>()).add(span);
            }
        });
        byPlace.forEach((places, spans) -> {
            List<Integer> shown = spans.stream()
                    .filter(each -> own.contains(trace.span(each).service()))
                    .toList();
            int chosen = shown.isEmpty() ? spans.get(spans.size() - 1) : shown.get(0);
            own.add(trace.span(chosen).service());
            found.add(new StoryPlace(
                    StoryPlace.Kind.HANDLER,
                    new Fact(Fact.Kind.SPAN, trace.span(chosen).id()),
                    places));
        });
    }

    private void span(String id, Fact fact) {
        OptionalInt index = trace.indexOf(id);
        if (index.isEmpty()) {
            return;
        }
        Span span = trace.span(index.getAsInt());
        if (!own.contains(span.service()) && trace.services().size() > 1) {
            return;
        }
        EndpointName endpoint = Entries.name(trace, Entries.entryOf(trace, index.getAsInt()));
        Statement statement = span.statement();
        HttpCall http = span.http();
        CodeLocation code = span.code();
        if (statement != null) {
            add(StoryPlace.Kind.STATEMENT, fact, finder.statements(statement, endpoint));
        } else if (http != null && http.host() != null && !Entries.isEntry(trace, index.getAsInt())) {
            add(StoryPlace.Kind.CALL, fact, finder.calls(http, endpoint));
        } else if (code != null) {
            add(StoryPlace.Kind.CODE, fact, finder.code(code));
        }
    }

    private void add(StoryPlace.Kind kind, Fact fact, List<SourcePlace> places) {
        boolean told = found.stream().anyMatch(each -> each.places().equals(places));
        if (!places.isEmpty() && !told) {
            found.add(new StoryPlace(kind, fact, places));
        }
    }
}
