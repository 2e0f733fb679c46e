package io.github.sre4j.report.console;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.report.NextSteps;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.SliSentences;
import io.github.sre4j.report.ViolationOrder;
import io.github.sre4j.report.console.ConsoleLine.Level;
import io.github.sre4j.report.console.ConsoleLine.Segment;
import io.github.sre4j.report.console.ConsoleLine.Style;
import io.github.sre4j.text.Columns;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report in at most {@value #MAX_LINES} lines: subject, data, the first violations, what changes the verdict, one line of what to fix first, the
 * result, and the path of the full report. {@link ConsoleReport} has the details. Immutable and thread-safe.
 */
public final class ConsoleSummary {

    /** Largest number of lines. */
    public static final int MAX_LINES = 10;

    private static final int MAX_VIOLATIONS = 3;
    private static final int MAX_LABEL = 32;
    private static final String GAP = "  ";

    private final Texts texts;
    private final Sentences sentences;
    private final SliSentences slis;
    private final NextSteps next;
    private final int columns;

    /** Creates a summary in that language, in {@value ConsoleReport#COLUMNS} columns. */
    public ConsoleSummary(Texts texts) {
        this.texts = texts;
        this.sentences = new Sentences(texts, ConsoleLines::safeName, ConsoleLines::safe);
        this.slis = new SliSentences(texts);
        this.next = new NextSteps(texts, sentences);
        this.columns = ConsoleReport.COLUMNS;
    }

    /**
     * Returns the lines of a report.
     *
     * @param report the report
     * @param fullReport path of the full report, for people
     */
    public List<ConsoleLine> lines(ServiceLevelReport report, String fullReport) {
        ConsoleLines head = new ConsoleLines(columns);
        oneLine(head, Level.INFO, Style.STRONG, sentences.subject(report));
        oneLine(head, Level.INFO, Style.DIM, sentences.source(report.source()));
        violations(head, report);

        ConsoleLines tail = new ConsoleLines(columns);
        boolean passed = report.gate().passed();
        boolean clean = passed && report.gate().wouldPassEnforced();
        if (Sentences.judged(report.gate())) {
            oneLine(
                    tail,
                    Level.INFO,
                    Style.STRONG,
                    sentences.goalAlone(report.assessment().goal()));
        }
        first(report).ifPresent(line -> oneLine(tail, Level.INFO, Style.PLAIN, firstSentenceIfLong(line)));
        tail.add(
                clean ? Level.INFO : passed ? Level.WARN : Level.ERROR,
                clean ? Style.GOOD : passed ? Style.WARN : Style.BAD,
                sentences.verdict(report.gate()));
        tail.add(Level.INFO, Style.PLAIN, texts.get("report.full", TextEscaping.forTerminal(fullReport)));

        List<ConsoleLine> lines = new ArrayList<>(head.all());
        int room = MAX_LINES - lines.size() - tail.all().size();
        List<String> warnings = warnings(report);
        ConsoleLines middle = new ConsoleLines(columns);
        int shown = warnings.size() > room ? Math.max(0, room - 1) : warnings.size();
        warnings.subList(0, shown).forEach(line -> oneLine(middle, Level.WARN, Style.WARN, line));
        if (warnings.size() > shown && room > 0) {
            oneLine(middle, Level.WARN, Style.WARN, texts.get("report.warnings-more", warnings.size() - shown));
        }
        lines.addAll(middle.all());
        lines.addAll(tail.all());
        return List.copyOf(lines);
    }

    /** What changes the verdict or soon will, in the order of its weight. */
    private List<String> warnings(ServiceLevelReport report) {
        List<String> warnings = new ArrayList<>();
        if (Sentences.judged(report.gate()) && report.source().rejections().total() > 0) {
            warnings.add(sentences.rejected(report.source().rejections()));
        }
        report.gate().reasons().stream()
                .skip(1)
                .filter(reason -> ConsoleReport.WARNINGS.contains(reason.kind()))
                .map(sentences::reason)
                .forEach(warnings::add);
        report.assessment().waivers().stream()
                .filter(use -> !Sentences.calm(use))
                .map(sentences::waiver)
                .forEach(warnings::add);
        report.parts(ConsolePart.class).forEach(part -> warnings.addAll(part.warnings(texts)));
        return warnings;
    }

    /** The one thing to do first: the best improvement candidate where there is one, else the next step. */
    private Optional<String> first(ServiceLevelReport report) {
        Optional<String> fix = report.parts(ConsolePart.class).stream()
                .flatMap(part -> part.fixFirst(texts).stream())
                .findFirst();
        return fix.isPresent() ? fix : next.of(report).stream().findFirst().map(step -> texts.get("next", step));
    }

    private void violations(ConsoleLines lines, ServiceLevelReport report) {
        List<EndpointResult> violations = ViolationOrder.of(report);
        List<EndpointResult> shown = violations.subList(0, Math.min(MAX_VIOLATIONS, violations.size()));
        int width = shown.stream()
                .mapToInt(result -> Math.min(MAX_LABEL, Columns.width(sentences.label(result))))
                .max()
                .orElse(0);
        Level level = report.gate().passed() ? Level.WARN : Level.ERROR;
        for (EndpointResult result : shown) {
            String label = texts.get("report.fail")
                    + GAP
                    + Columns.pad(Columns.cut(sentences.label(result), width), width)
                    + GAP;
            List<String> parts = new ArrayList<>();
            for (SliResult sli : result.slis(Verdict.MISSED)) {
                parts.addAll(parts.size(), slis.observed(result, sli).subList(0, 1));
                sentences.baseline(report.gate(), result, sli).ifPresent(parts::add);
                slis.sinceWhen(sli).ifPresent(parts::add);
            }
            parts.add(slis.observed(result, result.slis(Verdict.MISSED).get(0)).stream()
                    .skip(1)
                    .findFirst()
                    .orElse(""));
            String observed = "";
            for (String part : parts) {
                String longer = observed.isEmpty() || part.isEmpty()
                        ? observed + part
                        : observed + texts.get("list.separator") + part;
                if (observed.isEmpty() || Columns.width(label + longer) <= columns) {
                    observed = longer;
                }
            }
            lines.add(
                    level,
                    List.of(
                            new Segment(Style.BAD, label),
                            new Segment(Style.PLAIN, Columns.cut(observed, columns - Columns.width(label)))),
                    Columns.width(label));
        }
        if (violations.size() > shown.size()) {
            oneLine(lines, level, Style.PLAIN, texts.get("report.missed.more", violations.size() - shown.size()));
        }
    }

    private String firstSentenceIfLong(String text) {
        int end = text.indexOf(texts.get("sentence.end"));
        return Columns.width(text) > columns && end > 0 ? text.substring(0, end + 1) : text;
    }

    private void oneLine(ConsoleLines lines, Level level, Style style, String text) {
        lines.add(level, style, Columns.cut(text, columns));
    }
}
