package io.github.sre4j.report.console;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.assess.VerdictReason;
import io.github.sre4j.assess.WaiverUse;
import io.github.sre4j.gate.GateReason;
import io.github.sre4j.report.NextSteps;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.SliSentences;
import io.github.sre4j.report.console.ConsoleLine.Level;
import io.github.sre4j.report.console.ConsoleLine.Style;
import io.github.sre4j.text.Columns;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays a report out for a terminal. Immutable and thread-safe. */
public final class ConsoleReport {

    /** How many missed endpoints are shown unless told otherwise. */
    public static final int MOST_MISSED = 10;

    /** A hundred columns less what Maven puts before a line. */
    public static final int COLUMNS = 90;

    /** How many incidents, waivers and notes are shown, of each. */
    private static final int MOST_OTHERS = 5;

    /** What the gate remarks that nothing else on the console says. */
    private static final Set<GateReason.Kind> REMARKS = EnumSet.of(
            GateReason.Kind.CLASS_UNUSED,
            GateReason.Kind.BASELINE_OTHER_STANDARD,
            GateReason.Kind.BASELINE_MET,
            GateReason.Kind.BASELINE_GONE,
            GateReason.Kind.FIX_CARRIED,
            GateReason.Kind.FIX_DEPLOYMENT_UNKNOWN,
            GateReason.Kind.FIX_TOO_LITTLE_TRAFFIC,
            GateReason.Kind.FIX_HELPS,
            GateReason.Kind.FIX_OVERDUE,
            GateReason.Kind.FIX_WITHOUT_EFFECT,
            GateReason.Kind.FIX_GOT_WORSE,
            GateReason.Kind.FIX_PLACELESS,
            GateReason.Kind.FIX_NO_GIT,
            GateReason.Kind.FIX_NO_REPOSITORY,
            GateReason.Kind.FIX_SHALLOW,
            GateReason.Kind.FIX_NO_DEFAULT_BRANCH,
            GateReason.Kind.FIX_NOTHING_BEFORE,
            GateReason.Kind.FIX_GIT_FAILED);

    /** What the gate remarks that somebody must look at, whatever the verdict. */
    static final Set<GateReason.Kind> WARNINGS = EnumSet.of(
            GateReason.Kind.BASELINE_EDITED,
            GateReason.Kind.UNROUTED,
            GateReason.Kind.EXCLUDED_SHARE,
            GateReason.Kind.INCOMPLETE,
            GateReason.Kind.WAIVED_SHARE,
            GateReason.Kind.WAIVERS_REFUSED);

    /** Reasons of inconclusive verdicts that people must know of. */
    private static final Set<VerdictReason> EXPLAINED =
            EnumSet.of(VerdictReason.INCIDENT, VerdictReason.RECOVERED, VerdictReason.ABOVE_LIMIT);

    private final Texts texts;
    private final Sentences sentences;
    private final SliSentences slis;
    private final NextSteps next;
    private final int columns;
    private final int mostMissed;

    /** A console report in that language, in {@value #COLUMNS} columns with at most {@value #MOST_MISSED} missed endpoints. */
    public ConsoleReport(Texts texts) {
        this(texts, COLUMNS, MOST_MISSED);
    }

    /**
     * A console report of another size.
     *
     * @param texts the language
     * @param columns the widest line, at least 40
     * @param mostMissed how many missed endpoints are shown, at least 1; the others are counted
     * @throws IllegalArgumentException if a number is too small
     */
    public ConsoleReport(Texts texts, int columns, int mostMissed) {
        if (columns < 40 || mostMissed < 1) {
            throw new IllegalArgumentException(
                    "a console report needs 40 columns and a missed endpoint, not " + columns + " and " + mostMissed);
        }
        this.texts = texts;
        this.sentences = new Sentences(texts, ConsoleLines::safeName, ConsoleLines::safe);
        this.slis = new SliSentences(texts);
        this.next = new NextSteps(texts, sentences);
        this.columns = columns;
        this.mostMissed = mostMissed;
    }

    /**
     * The lines of a report: what was checked, what misses, what else to know, and last the goal, the verdict, and what to do next.
     *
     * @param report the report
     * @param fullReport where the whole report is, for people
     */
    public List<ConsoleLine> lines(ServiceLevelReport report, String fullReport) {
        ConsoleLines lines = new ConsoleLines(columns);
        Assessment assessment = report.assessment();
        lines.add(Level.INFO, Style.STRONG, sentences.subject(report));
        lines.add(Level.INFO, Style.DIM, sentences.source(report.source()));
        boolean judged = Sentences.judged(report.gate());
        if (judged && report.source().rejections().total() > 0) {
            lines.add(Level.WARN, Style.WARN, sentences.rejected(report.source().rejections()));
        }
        new ViolationTable(texts, sentences, slis, mostMissed).add(report, lines);
        incidents(lines, assessment);
        List<EndpointResult> undecided = assessment.endpoints(Verdict.UNDECIDED);
        if (!undecided.isEmpty()) {
            lines.add(
                    Level.INFO,
                    Style.PLAIN,
                    widestThatFits(IntStream.rangeClosed(1, MOST_OTHERS)
                            .mapToObj(left -> sentences.undecided(undecided, MOST_OTHERS + 1 - left))));
        }
        aside(lines, assessment);
        report.gate().reasons().stream()
                .skip(1)
                .filter(reason -> WARNINGS.contains(reason.kind()))
                .forEach(reason -> lines.add(Level.WARN, Style.WARN, sentences.reason(reason)));
        waivers(lines, assessment.waivers());
        capped(
                lines,
                Level.INFO,
                Style.DIM,
                Stream.concat(
                                report.source().notes().stream().map(sentences::note),
                                report.gate().reasons().stream()
                                        .filter(reason -> REMARKS.contains(reason.kind()))
                                        .map(sentences::reason))
                        .map(note -> texts.get("report.note", note))
                        .toList());
        report.parts(ConsolePart.class).forEach(part -> part.addTo(lines, texts));
        conclusion(lines, report);
        lines.add(Level.INFO, Style.PLAIN, texts.get("report.full", TextEscaping.forTerminal(fullReport)));
        return lines.all();
    }

    /** The first that takes one line, else the last. */
    private String widestThatFits(Stream<String> candidates) {
        List<String> all = candidates.toList();
        return all.stream()
                .filter(text -> Columns.width(text) <= columns)
                .findFirst()
                .orElse(all.get(all.size() - 1));
    }

    private void incidents(ConsoleLines lines, Assessment assessment) {
        List<String> incidents = assessment.endpoints().stream()
                .flatMap(result -> result.slis().stream()
                        .filter(sli -> EXPLAINED.contains(sli.reason()))
                        .map(sli -> texts.get("incident", sentences.label(result), slis.why(sli))))
                .toList();
        capped(lines, Level.WARN, Style.WARN, incidents);
    }

    private void aside(ConsoleLines lines, Assessment assessment) {
        if (assessment.setAside().isEmpty()) {
            return;
        }
        boolean someUnclassified = assessment.setAside().stream()
                .anyMatch(aside -> aside.notARequest().isEmpty());
        lines.add(
                someUnclassified ? Level.WARN : Level.INFO,
                someUnclassified ? Style.WARN : Style.DIM,
                widestThatFits(
                        Stream.of(true, false).map(withNames -> sentences.setAside(assessment.setAside(), withNames))));
    }

    /** Those that somebody must look at first. */
    private void waivers(ConsoleLines lines, List<WaiverUse> uses) {
        capped(
                lines,
                Level.WARN,
                Style.WARN,
                uses.stream()
                        .filter(use -> !Sentences.calm(use))
                        .sorted(Comparator.comparingLong(WaiverUse::daysLeft))
                        .map(sentences::waiver)
                        .toList());
        capped(
                lines,
                Level.INFO,
                Style.DIM,
                uses.stream()
                        .filter(Sentences::calm)
                        .sorted(Comparator.comparingLong(WaiverUse::daysLeft))
                        .map(sentences::waiver)
                        .toList());
    }

    private void capped(ConsoleLines lines, Level level, Style style, List<String> texts) {
        texts.stream().limit(MOST_OTHERS).forEach(text -> lines.add(level, style, text));
        if (texts.size() > MOST_OTHERS) {
            lines.add(level, style, "  " + this.texts.get("report.more", texts.size() - MOST_OTHERS));
        }
    }

    private void conclusion(ConsoleLines lines, ServiceLevelReport report) {
        report.history()
                .ifPresent(trend -> sentences.trend(trend).forEach(line -> lines.add(Level.INFO, Style.PLAIN, line)));
        boolean passed = report.gate().passed();
        boolean clean = passed && report.gate().wouldPassEnforced();
        if (Sentences.judged(report.gate())) {
            lines.add(
                    Level.INFO, Style.STRONG, sentences.goal(report.assessment().goal()));
        }
        lines.add(
                clean ? Level.INFO : passed ? Level.WARN : Level.ERROR,
                clean ? Style.GOOD : passed ? Style.WARN : Style.BAD,
                sentences.verdict(report.gate()));
        next.of(report).stream()
                .findFirst()
                .ifPresent(step -> lines.add(Level.INFO, Style.PLAIN, texts.get("next", step)));
    }
}
