package io.github.sre4j.report.markdown;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.report.NextSteps;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.ViolationOrder;
import io.github.sre4j.text.Markdown;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Lays a report out as Markdown. Immutable and thread-safe. */
public final class MarkdownReport {

    /** GitHub refuses comments above 65,536 characters; some room is left for what is put around them. */
    private static final int MOST_CHARACTERS = 60_000;

    private final Texts texts;
    private final Sentences sentences;
    private final NextSteps next;
    private final EndpointRows rows;

    /** A Markdown report in that language. */
    public MarkdownReport(Texts texts) {
        this.texts = texts;
        this.sentences = new Sentences(texts, Markdown::code, Markdown::prose);
        this.next = new NextSteps(texts, sentences);
        this.rows = new EndpointRows(texts);
    }

    /** The whole report; rows that do not fit into a comment are left out from the end of their section, and counted. */
    public String render(ServiceLevelReport report) {
        Assessment assessment = report.assessment();
        List<MarkdownSection> sections = new ArrayList<>();
        sections.add(MarkdownSection.of("## "
                + texts.get("markdown.title", Markdown.prose(report.service().name()))));
        if (Sentences.judged(report.gate())) {
            sections.add(MarkdownSection.of("**" + sentences.goal(assessment.goal()) + "**"));
        }
        sections.add(MarkdownSection.of(sentences.verdict(report.gate())));
        List<EndpointResult> missed = ViolationOrder.of(report);
        if (!missed.isEmpty()) {
            sections.add(MarkdownSection.of(
                    texts.get("markdown.missed"), rows.header(), rows.missed(missed, report.gate())));
        }
        report.parts(MarkdownPart.class).forEach(part -> sections.addAll(part.sections(texts)));
        List<String> steps = next.of(report);
        if (!steps.isEmpty()) {
            sections.add(
                    MarkdownSection.of("### " + texts.get("markdown.next") + "\n\n- " + String.join("\n- ", steps)));
        }
        report.history()
                .ifPresent(trend ->
                        list(sections, texts.get("markdown.trend"), sentences.trend(trend), Function.identity()));
        folded(sections, "markdown.undecided", assessment, Verdict.UNDECIDED);
        folded(sections, "markdown.waived", assessment, Verdict.WAIVED);
        list(
                sections,
                texts.get("markdown.waivers", assessment.waivers().size()),
                assessment.waivers(),
                sentences::waiver);
        List<String> aside = rows.aside(assessment.setAside());
        if (!aside.isEmpty()) {
            sections.add(folded(texts.get("markdown.aside", aside.size()), rows.asideHeader(), aside));
        }
        list(sections, texts.get("markdown.notes"), notes(report), Function.identity());
        folded(sections, "markdown.met", assessment, Verdict.MET);
        folded(sections, "markdown.no-data", assessment, Verdict.NO_DATA);
        sections.add(MarkdownSection.of(sentences.subject(report) + "  \n" + sentences.source(report.source())));
        return new Document(MOST_CHARACTERS, left -> texts.get("markdown.cut", left)).join(sections);
    }

    private List<String> notes(ServiceLevelReport report) {
        List<String> notes = new ArrayList<>();
        report.gate().reasons().stream().skip(1).map(sentences::reason).forEach(notes::add);
        report.source().notes().stream().map(sentences::note).forEach(notes::add);
        report.parts(MarkdownPart.class).forEach(part -> notes.addAll(part.notes(texts)));
        return notes;
    }

    private void folded(List<MarkdownSection> sections, String title, Assessment assessment, Verdict verdict) {
        List<EndpointResult> results = assessment.endpoints(verdict);
        if (!results.isEmpty()) {
            Predicate<SliResult> shown = sli -> verdict != Verdict.UNDECIDED || sli.verdict() == verdict;
            sections.add(folded(texts.get(title, results.size()), rows.header(), rows.of(results, shown)));
        }
    }

    private <T> void list(List<MarkdownSection> sections, String title, List<T> items, Function<T, String> line) {
        if (!items.isEmpty()) {
            sections.add(MarkdownSection.of(
                    title,
                    "",
                    items.stream().map(item -> "- " + line.apply(item) + "\n").toList()));
        }
    }

    private static MarkdownSection folded(String title, String header, List<String> rows) {
        return new MarkdownSection("<details><summary>" + title + "</summary>\n\n" + header, rows, "\n</details>\n\n");
    }
}
