package io.github.sre4j.trace.story;

import io.github.sre4j.trace.CriticalPath;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.story.StoryLine.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the time of the request divides, along its critical path, and where most of it went. */
final class TimeSection {

    private static final int MAX_SHARES = 5;
    private static final int MAX_PLACES = 3;
    /** Less of the request is not worth a mention as a place. */
    private static final double MIN_SHARE = 0.1;
    /** Nor as a share. */
    private static final double LEAST_SHARE = 0.005;

    private final TraceAnalysis analysis;
    private final Trace trace;

    TimeSection(TraceAnalysis analysis) {
        this.analysis = analysis;
        this.trace = analysis.trace();
    }

    List<StoryLine> lines() {
        List<StoryLine> lines = new ArrayList<>();
        if (trace.size() == 0 || trace.durationNanos() == 0) {
            return lines;
        }
        if (analysis.findings().stream().noneMatch(Finding::material)) {
            lines.add(new Line(Part.TIME, "time.nothing").on(trace.span(0)).line());
        }
        lines.add(shares());
        if (analysis.findings().stream()
                .anyMatch(finding -> finding.material() && finding.kind() == FindingKind.UNINSTRUMENTED_GAP)) {
            return lines;
        }
        Line places = new Line(Part.TIME, "time.places");
        List<Arg> names = new ArrayList<>();
        for (Place place : places()) {
            if (!trace.span(place.first).standIn()
                    && place.nanos >= trace.durationNanos() * MIN_SHARE
                    && names.size() < MAX_PLACES) {
                names.add(new Arg.Phrase(
                        place.first == 0 ? "time.place-root" : place.spans > 1 ? "time.place-repeated" : "time.place",
                        List.of(
                                new Arg.Name(place.name),
                                new Arg.Time(place.nanos),
                                share(place.nanos),
                                new Arg.Count(place.spans))));
                places.on(trace.span(place.first));
            }
        }
        if (!names.isEmpty()) {
            lines.add(places.value(new Arg.Items(names)).line());
        }
        return lines;
    }

    /** Value 0: how long, 1: the shares. */
    private StoryLine shares() {
        Map<String, Long> nanos = new LinkedHashMap<>();
        Map<String, Arg> labels = new LinkedHashMap<>();
        Line line = new Line(Part.TIME, "time.shares").time(trace.durationNanos());
        for (CriticalPath.Segment segment : analysis.path().segments()) {
            Span span = trace.span(segment.span());
            String key = kind(span);
            String group = key.equals("time.own") ? key + " " + span.service() : key;
            nanos.merge(group, segment.toNanos() - segment.fromNanos(), Long::sum);
            labels.putIfAbsent(group, new Arg.Phrase(key, List.of(new Arg.Name(span.service()))));
        }
        List<Arg> shares = nanos.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .filter(entry -> entry.getValue() >= trace.durationNanos() * LEAST_SHARE)
                .limit(MAX_SHARES)
                .<Arg>map(entry -> new Arg.Phrase(
                        "time.share",
                        List.of(
                                labels.getOrDefault(entry.getKey(), new Arg.Name("?")),
                                new Arg.Time(entry.getValue()),
                                share(entry.getValue()))))
                .toList();
        return line.value(new Arg.Items(shares)).on(trace.span(0)).line();
    }

    private static String kind(Span span) {
        if (span.standIn()) {
            return "time.not-seen";
        }
        return switch (span.category()) {
            case DATABASE -> "time.database";
            case CACHE -> "time.cache";
            case CONNECTION -> "time.connection";
            case LOCK -> "time.lock";
            case MESSAGING -> "time.messaging";
            case HTTP -> span.kind() == SpanKind.CLIENT ? "time.call" : "time.own";
            case TRANSACTION, OTHER -> "time.own";
        };
    }

    private Arg share(long nanos) {
        return new Arg.Share(Math.min(1, (double) nanos / trace.durationNanos()));
    }

    private List<Place> places() {
        Map<String, Place> byName = new LinkedHashMap<>();
        for (CriticalPath.Segment segment : analysis.path().segments()) {
            Span span = trace.span(segment.span());
            String name = Names.span(trace, segment.span());
            Place place = byName.computeIfAbsent(span.service() + " " + name, any -> new Place(name, segment.span()));
            place.nanos += segment.toNanos() - segment.fromNanos();
            place.spans += place.last == segment.span() ? 0 : 1;
            place.last = segment.span();
        }
        List<Place> places = new ArrayList<>(byName.values());
        places.sort(Comparator.comparingLong((Place place) -> -place.nanos).thenComparing(place -> place.name));
        return places;
    }

    private static final class Place {
        private final String name;
        private final int first;
        private int last = -1;
        private long nanos;
        private int spans;

        private Place(String name, int first) {
            this.name = name;
            this.first = first;
        }
    }
}
