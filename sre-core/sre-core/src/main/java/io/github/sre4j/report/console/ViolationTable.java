package io.github.sre4j.report.console;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.SliSentences;
import io.github.sre4j.report.ViolationOrder;
import io.github.sre4j.report.console.ConsoleLine.Level;
import io.github.sre4j.report.console.ConsoleLine.Segment;
import io.github.sre4j.report.console.ConsoleLine.Style;
import io.github.sre4j.text.Columns;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** The missed endpoints, worst first: labels in one column, what was observed beside them. */
final class ViolationTable {

    private static final int WIDEST_LABEL = 32;
    private static final String MARGIN = "  ";

    private final Texts texts;
    private final Sentences sentences;
    private final SliSentences slis;
    private final int mostMissed;

    ViolationTable(Texts texts, Sentences sentences, SliSentences slis, int mostMissed) {
        this.texts = texts;
        this.sentences = sentences;
        this.slis = slis;
        this.mostMissed = mostMissed;
    }

    void add(ServiceLevelReport report, ConsoleLines lines) {
        List<EndpointResult> missed = ViolationOrder.of(report);
        if (missed.isEmpty()) {
            return;
        }
        Level level = report.gate().passed() ? Level.WARN : Level.ERROR;
        lines.add(
                level,
                Style.STRONG,
                missed.size() > 1 && ViolationOrder.newOrWorseFirst(report)
                        ? texts.get("report.missed.new-first", missed.size())
                        : texts.get("report.missed", missed.size()));
        List<EndpointResult> shown = missed.subList(0, Math.min(mostMissed, missed.size()));
        int most = Math.min(WIDEST_LABEL, lines.columns() / 2 - 2 * MARGIN.length());
        int widest = shown.stream()
                .mapToInt(result -> Math.min(most, Columns.width(sentences.label(result))))
                .max()
                .orElse(0);
        for (EndpointResult result : shown) {
            String label = Columns.pad(Columns.cut(sentences.label(result), widest), widest);
            for (SliResult sli : result.slis(Verdict.MISSED)) {
                List<String> parts = new ArrayList<>(slis.observed(result, sli));
                sentences.baseline(report.gate(), result, sli).ifPresent(known -> parts.add(1, known));
                slis.since(sli).ifPresent(since -> parts.add(1, since));
                row(lines, level, label, parts);
                label = " ".repeat(widest);
            }
        }
        if (missed.size() > shown.size()) {
            lines.add(level, Style.PLAIN, MARGIN + texts.get("report.missed.more", missed.size() - shown.size()));
        }
    }

    /** The first part says how bad it is; the others follow on its line while there is room, then below it. */
    private void row(ConsoleLines lines, Level level, String label, List<String> parts) {
        String separator = texts.get("list.separator");
        String left = MARGIN + label + MARGIN;
        int room = lines.columns() - Columns.width(left);
        String headline = parts.get(0);
        StringBuilder beside = new StringBuilder();
        StringBuilder below = new StringBuilder();
        for (String part : parts.subList(1, parts.size())) {
            boolean fits = below.isEmpty() && Columns.width(headline + beside + separator + part) <= room;
            if (fits) {
                beside.append(separator).append(part);
            } else {
                below.append(below.isEmpty() ? "" : separator).append(part);
            }
        }
        lines.add(
                level,
                List.of(
                        new Segment(Style.STRONG, left),
                        new Segment(Style.BAD, headline),
                        new Segment(Style.PLAIN, beside.toString())),
                Columns.width(left));
        if (!below.isEmpty()) {
            lines.add(
                    level,
                    List.of(new Segment(Style.DIM, " ".repeat(Columns.width(left)) + below)),
                    Columns.width(left));
        }
    }
}
