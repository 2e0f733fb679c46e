package io.github.sre4j.advisor.report;

import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.console.ConsoleLine.Level;
import io.github.sre4j.report.console.ConsoleLine.Segment;
import io.github.sre4j.report.console.ConsoleLine.Style;
import io.github.sre4j.report.console.ConsoleLines;
import io.github.sre4j.report.console.ConsolePart;
import io.github.sre4j.report.html.HtmlPart;
import io.github.sre4j.report.html.HtmlWriter;
import io.github.sre4j.report.json.JsonPart;
import io.github.sre4j.report.markdown.MarkdownPart;
import io.github.sre4j.report.markdown.MarkdownSection;
import io.github.sre4j.text.Markdown;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Improvement candidates as a part of a report: the first of them on console, page and in Markdown, all of them in the report file. Immutable and
 * thread-safe.
 *
 * @param plan the candidates of the service
 */
public record CandidatePart(CandidatePlan plan) implements ConsolePart, HtmlPart, MarkdownPart, JsonPart {

    /** Requires the plan. */
    public CandidatePart {
        Objects.requireNonNull(plan, "plan");
    }

    /** Returns the candidates of a report, or empty if none were looked for. */
    public static Optional<CandidatePlan> planOf(ServiceLevelReport report) {
        return report.parts(CandidatePart.class).stream()
                .map(CandidatePart::plan)
                .findFirst();
    }

    /** Adds the first candidates, a line each; the goal that finds them shows them in full. */
    @Override
    public void addTo(ConsoleLines lines, Texts texts) {
        CandidateSentences words = new CandidateSentences(texts, ConsoleLines::safeName, ConsoleLines::safe);
        if (!plan.first().isEmpty()) {
            lines.add(Level.INFO, Style.PLAIN, words.text("report.head"));
            plan.first()
                    .forEach(candidate ->
                            lines.add(Level.INFO, List.of(new Segment(Style.PLAIN, "  " + words.line(candidate))), 6));
        }
        words.track(plan.track()).stream().limit(1).forEach(track -> lines.add(Level.INFO, Style.PLAIN, track));
        plan.notes().forEach(note -> lines.add(Level.WARN, Style.WARN, words.note(note)));
    }

    @Override
    public Optional<String> fixFirst(Texts texts) {
        CandidateSentences words = new CandidateSentences(texts, ConsoleLines::safeName, ConsoleLines::safe);
        return plan.first().stream().findFirst().map(words::fixFirst);
    }

    @Override
    public List<String> warnings(Texts texts) {
        CandidateSentences words = new CandidateSentences(texts, ConsoleLines::safeName, ConsoleLines::safe);
        return plan.notes().stream().map(words::note).toList();
    }

    @Override
    public void writeTo(HtmlWriter html, Texts texts) {
        CandidatesPage.write(
                plan, new CandidateSentences(texts, TextEscaping::forTerminal, TextEscaping::forTerminal), html);
    }

    /** Returns the first candidates, each with its place; the file of all of them says more. */
    @Override
    public List<MarkdownSection> sections(Texts texts) {
        CandidateSentences words = inMarkdown(texts);
        return plan.first().isEmpty()
                ? List.of()
                : List.of(MarkdownSection.of(
                        words.text("markdown.report"),
                        "",
                        plan.first().stream()
                                .map(candidate -> words.line(candidate)
                                        + candidate
                                                .fix()
                                                .at()
                                                .map(place -> "  \n   " + words.place(place))
                                                .orElse("")
                                        + "\n")
                                .toList()));
    }

    @Override
    public List<String> notes(Texts texts) {
        CandidateSentences words = inMarkdown(texts);
        return plan.notes().stream().map(words::note).toList();
    }

    @Override
    public Map<String, @Nullable Object> fields(ServiceLevelReport report) {
        CandidateFields fields = new CandidateFields();
        double days = report.assessment().observed().days();
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put(
                "candidates",
                plan.candidates().stream()
                        .map(candidate -> fields.candidate(candidate, days))
                        .toList());
        root.put("improvement", fields.plan(plan));
        return root;
    }

    private static CandidateSentences inMarkdown(Texts texts) {
        return new CandidateSentences(texts, name -> name.isEmpty() ? "" : Markdown.code(name), Markdown::prose);
    }
}
