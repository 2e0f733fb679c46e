package io.github.sre4j.trace.story;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Harmless;
import io.github.sre4j.trace.Independence;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.story.StoryLine.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What took the time, one statement a finding; then what was there but does not matter, with its milliseconds. */
final class FindingsSection {

    private static final int MAX_TOLD = 6;

    private final TraceAnalysis analysis;
    private final Trace trace;
    private final StoryPlaces places;

    FindingsSection(TraceAnalysis analysis, StoryPlaces places) {
        this.places = places;
        this.analysis = analysis;
        this.trace = analysis.trace();
    }

    List<StoryLine> lines() {
        List<StoryLine> lines = new ArrayList<>();
        int material = 0;
        int harmless = 0;
        for (int i = 0; i < analysis.findings().size(); i++) {
            Finding finding = analysis.findings().get(i);
            if (finding.material()) {
                if (material++ < MAX_TOLD) {
                    lines.add(material(finding, i));
                    independence(finding, i).ifPresent(lines::add);
                    lines.addAll(places.lines(Part.TIME, Fact.Kind.FINDING, Integer.toString(i)));
                }
            } else if (told(finding) && harmless++ < MAX_TOLD) {
                lines.add(harmless(finding, i));
            }
        }
        more(lines, Part.TIME, material);
        more(lines, Part.HARMLESS, harmless);
        return lines;
    }

    /** What another finding or the section on background work says already is in the files, not in the story. */
    private static boolean told(Finding finding) {
        Harmless harmless = finding.harmless();
        return harmless != null
                && harmless.reason() != Harmless.Reason.COVERED_BY_OTHER
                && harmless.reason() != Harmless.Reason.IN_BACKGROUND;
    }

    private void more(List<StoryLine> lines, Part part, int count) {
        if (count > MAX_TOLD) {
            lines.add(new Line(part, "finding.more")
                    .count(count - MAX_TOLD)
                    .on(Fact.Kind.TRACE, trace.id())
                    .line());
        }
    }

    /**
     * Values: 0 count, 1 union, 2 share of the request, 3 subject, 4 where, 5 saves, 6 the extra number of the kind as a time, 7 the
     * same as a count, 8 the service.
     */
    private StoryLine material(Finding finding, int place) {
        return values(new Line(Part.TIME, key(finding)), finding)
                .on(finding, place)
                .line();
    }

    private String key(Finding finding) {
        String key = "finding." + finding.kind().id();
        return switch (finding.kind()) {
            case RETRIES -> key + (number(finding, Evidence.Key.RECOVERED) == 1 ? ".recovered" : ".failed");
            case SLOW_EXTERNAL_CALL -> key + (has(finding, Evidence.Key.CALLEE_PART) ? ".callee" : "");
            case REPEATED_HTTP_CALLS ->
                key + (number(finding, Evidence.Key.MAX_IN_FLIGHT) > 1 ? ".concurrent" : ".serial");
            case CHUNKED_READS, PAGED_READS, BATCHED_WRITES ->
                key + (number(finding, Evidence.Key.ROWS) > 0 ? ".rows" : "");
            case QUEUEING -> key + (finding.count() > 0 && fromRow(finding) ? ".row" : ".gap");
            default -> key;
        };
    }

    private static boolean fromRow(Finding finding) {
        return finding.evidence().stream()
                .anyMatch(
                        fact -> fact.key() == Evidence.Key.SOURCE && fact.text().equals("transaction-row"));
    }

    private Line values(Line line, Finding finding) {
        long extra = extra(finding);
        return line.count(finding.kind() == FindingKind.QUERY_CYCLE ? cycles(finding) : finding.count())
                .time(finding.unionNanos())
                .share(finding.unionNanos(), trace.durationNanos())
                .name(subject(finding))
                .name(where(finding))
                .time(finding.savesUpToNanos())
                .time(extra)
                .count(extra)
                .name(finding.service());
    }

    private static long cycles(Finding finding) {
        return number(finding, Evidence.Key.CYCLES);
    }

    private static long extra(Finding finding) {
        return switch (finding.kind()) {
            case RETRIES -> number(finding, Evidence.Key.FAILED_ATTEMPTS);
            case POLLING -> number(finding, Evidence.Key.GAPS_NANOS);
            case SLOW_EXTERNAL_CALL -> number(finding, Evidence.Key.CALLEE_NANOS);
            case LARGE_PAYLOAD -> number(finding, Evidence.Key.BYTES);
            case QUERY_CYCLE ->
                finding.evidence().stream()
                        .filter(fact -> fact.key() == Evidence.Key.CYCLE_MEMBER)
                        .count();
            case CHUNKED_READS, PAGED_READS, BATCHED_WRITES -> number(finding, Evidence.Key.ROWS);
            case CHATTY -> number(finding, Evidence.Key.DISTINCT_TARGETS);
            default -> number(finding, Evidence.Key.LONGEST_NANOS);
        };
    }

    private String subject(Finding finding) {
        if (finding.kind() == FindingKind.UNINSTRUMENTED_GAP
                && !finding.spanIds().isEmpty()) {
            return nameOf(finding.spanIds().get(0)).orElse(finding.subject());
        }
        Optional<String> part = evidence(finding, Evidence.Key.CALLEE_PART)
                .flatMap(fact -> nameOf(fact.spanIds().get(0)));
        return finding.kind() == FindingKind.SLOW_EXTERNAL_CALL && part.isPresent()
                ? finding.subject() + " → " + part.get()
                : finding.subject();
    }

    private String where(Finding finding) {
        return evidence(finding, Evidence.Key.HANDLER)
                .filter(fact -> !fact.spanIds().isEmpty())
                .flatMap(fact -> nameOf(fact.spanIds().get(0)))
                .orElse(finding.service());
    }

    private Optional<String> nameOf(String spanId) {
        OptionalInt index = trace.indexOf(spanId);
        return index.isPresent() ? Optional.of(Names.span(trace, index.getAsInt())) : Optional.empty();
    }

    private Optional<StoryLine> independence(Finding finding, int place) {
        Independence order = finding.independence();
        if (order.reason() == Independence.Reason.NOT_ASKED) {
            return Optional.empty();
        }
        Line line = new Line(Part.TIME, "order." + id(order.reason()));
        order.witnesses().forEach(id -> line.on(Fact.Kind.SPAN, id));
        return Optional.of(line.on(Fact.Kind.FINDING, Integer.toString(place)).line());
    }

    /** Values: 0 the kind, 1 count, 2 actual time, 3 limit, 4 subject. */
    private StoryLine harmless(Finding finding, int place) {
        Harmless harmless = java.util.Objects.requireNonNull(finding.harmless());
        String reason = harmless.reason() == Harmless.Reason.DEPENDENT
                ? "order." + id(finding.independence().reason())
                : "";
        Line line = new Line(Part.HARMLESS, "harmless." + id(harmless.reason()))
                .label("kind." + finding.kind().id())
                .count(finding.count())
                .time(harmless.actualNanos())
                .time(harmless.limitNanos())
                .name(finding.subject());
        if (!reason.isEmpty()) {
            line.label(reason);
        }
        return line.on(finding, place).line();
    }

    private static boolean has(Finding finding, Evidence.Key key) {
        return evidence(finding, key).isPresent();
    }

    private static long number(Finding finding, Evidence.Key key) {
        return evidence(finding, key).map(Evidence::number).orElse(0L);
    }

    private static Optional<Evidence> evidence(Finding finding, Evidence.Key key) {
        return finding.evidence().stream().filter(fact -> fact.key() == key).findFirst();
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
