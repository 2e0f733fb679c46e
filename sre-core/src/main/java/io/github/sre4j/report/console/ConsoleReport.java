package io.github.sre4j.report.console;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.Reason;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.assess.WaiverUse;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.console.ConsoleLine.Level;
import io.github.sre4j.report.console.ConsoleLine.Style;
import io.github.sre4j.telemetry.Rejections.Rejection;
import io.github.sre4j.text.Columns;
import io.github.sre4j.text.Texts;
import io.github.sre4j.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Lays a report out for a terminal. Immutable and thread-safe. */
public final class ConsoleReport {

    private static final int MOST_MISSED = 10;
    private static final int WIDEST_LABEL = 44;

    private final Sentences sentences;

    /** A console report in that language. */
    public ConsoleReport(Texts texts) {
        this.sentences = new Sentences(texts, Untrusted::forTerminal);
    }

    /**
     * The lines of a report, the verdict last.
     *
     * @param report the report
     * @param fullReport where the whole report is, for people
     */
    public List<ConsoleLine> lines(ServiceLevelReport report, String fullReport) {
        List<ConsoleLine> lines = new ArrayList<>();
        Assessment assessment = report.assessment();
        info(lines, Style.STRONG, sentences.subject(report));
        info(lines, Style.PLAIN, sentences.source(report.source()));
        if (report.source().rejections().total() > 0) {
            Rejection first = report.source().rejections().named().get(0);
            lines.add(warn(sentences.text(
                    "report.rejected",
                    report.source().rejections().total(),
                    Untrusted.forTerminal(first.where()),
                    first.line(),
                    Untrusted.forTerminal(first.why()))));
        }
        missed(lines, assessment, report.gate().passed() ? Level.WARN : Level.ERROR);
        incidents(lines, assessment);
        List<EndpointResult> undecided = assessment.endpoints(Verdict.UNDECIDED);
        if (!undecided.isEmpty()) {
            info(lines, Style.PLAIN, sentences.undecided(undecided));
        }
        if (!assessment.setAside().isEmpty()) {
            boolean someUnclassified = assessment.setAside().stream()
                    .anyMatch(aside -> aside.notARequest().isEmpty());
            lines.add(new ConsoleLine(
                    someUnclassified ? Level.WARN : Level.INFO,
                    Style.PLAIN,
                    sentences.setAside(assessment.setAside())));
        }
        for (WaiverUse use : assessment.waivers()) {
            boolean calm = !use.expired() && use.endpoints() > 0 && use.daysLeft() > 14;
            lines.add(new ConsoleLine(calm ? Level.INFO : Level.WARN, Style.PLAIN, sentences.waiver(use)));
        }
        verdict(lines, report);
        List<EndpointResult> missed = assessment.endpoints(Verdict.MISSED);
        if (!missed.isEmpty()) {
            info(lines, Style.PLAIN, sentences.text("next.missed", sentences.label(missed.get(0))));
        }
        info(lines, Style.PLAIN, sentences.text("report.full", fullReport));
        return lines;
    }

    private void missed(List<ConsoleLine> lines, Assessment assessment, Level level) {
        List<EndpointResult> missed = assessment.endpoints(Verdict.MISSED);
        if (missed.isEmpty()) {
            return;
        }
        lines.add(new ConsoleLine(level, Style.STRONG, sentences.text("report.missed", missed.size())));
        int widest = missed.stream()
                .limit(MOST_MISSED)
                .mapToInt(result -> Math.min(WIDEST_LABEL, Columns.width(sentences.label(result))))
                .max()
                .orElse(0);
        for (EndpointResult result : missed.subList(0, Math.min(MOST_MISSED, missed.size()))) {
            String label = Columns.pad(Columns.cut(sentences.label(result), widest), widest);
            for (SliResult sli : result.slis(Verdict.MISSED)) {
                lines.add(new ConsoleLine(level, Style.BAD, "  " + label + "  " + sentences.observed(result, sli)));
                label = " ".repeat(widest);
            }
        }
        if (missed.size() > MOST_MISSED) {
            lines.add(new ConsoleLine(
                    level, Style.PLAIN, sentences.text("report.missed.more", missed.size() - MOST_MISSED)));
        }
    }

    private void incidents(List<ConsoleLine> lines, Assessment assessment) {
        Predicate<SliResult> incident = sli -> sli.reason() == Reason.INCIDENT;
        for (EndpointResult result : assessment.endpoints()) {
            result.slis().stream()
                    .filter(incident)
                    .forEach(sli ->
                            lines.add(warn(sentences.text("incident", sentences.label(result), sentences.why(sli)))));
        }
    }

    private void verdict(List<ConsoleLine> lines, ServiceLevelReport report) {
        boolean passed = report.gate().passed();
        boolean clean = passed && report.gate().wouldPassEnforced();
        if (report.assessment().goal().endpoints() > 0) {
            info(lines, Style.STRONG, sentences.goal(report.assessment().goal()));
        }
        lines.add(new ConsoleLine(
                clean ? Level.INFO : passed ? Level.WARN : Level.ERROR,
                clean ? Style.GOOD : Style.BAD,
                sentences.verdict(report.gate())));
    }

    private static void info(List<ConsoleLine> lines, Style style, String text) {
        lines.add(new ConsoleLine(Level.INFO, style, text));
    }

    private static ConsoleLine warn(String text) {
        return new ConsoleLine(Level.WARN, Style.PLAIN, text);
    }
}
