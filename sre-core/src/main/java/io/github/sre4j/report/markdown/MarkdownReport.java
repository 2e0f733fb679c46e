package io.github.sre4j.report.markdown;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.text.Texts;
import io.github.sre4j.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lays a report out as Markdown. Immutable and thread-safe. */
public final class MarkdownReport {

    /** GitHub refuses comments above 65,536 characters; some room is left for what is put around them. */
    private static final int MOST_CHARACTERS = 60_000;

    private final Texts texts;
    private final Sentences sentences;

    /** A Markdown report in that language. */
    public MarkdownReport(Texts texts) {
        this.texts = texts;
        this.sentences = new Sentences(texts, Untrusted::forMarkdown);
    }

    /** The whole report; what does not fit is left out from the end, and that is said. */
    public String render(ServiceLevelReport report) {
        Assessment assessment = report.assessment();
        List<String> blocks = new ArrayList<>();
        blocks.add("## "
                + texts.get(
                        "markdown.title", Untrusted.forMarkdown(report.service().name())));
        blocks.add("**" + sentences.goal(assessment.goal()) + "**");
        blocks.add(sentences.verdict(report.gate()));
        missed(blocks, assessment.endpoints(Verdict.MISSED));
        undecided(blocks, assessment.endpoints(Verdict.UNDECIDED));
        section(blocks, "markdown.waivers", assessment.waivers(), sentences::waiver);
        if (!assessment.setAside().isEmpty()) {
            blocks.add("### " + texts.get("markdown.aside") + "\n\n" + sentences.setAside(assessment.setAside()));
        }
        section(blocks, "markdown.notes", notes(report), Function.identity());
        met(blocks, assessment.endpoints(Verdict.MET));
        blocks.add(sentences.subject(report) + "  \n" + sentences.source(report.source()));
        return join(blocks);
    }

    private void missed(List<String> blocks, List<EndpointResult> results) {
        if (results.isEmpty()) {
            return;
        }
        StringBuilder table = new StringBuilder("### " + texts.get("markdown.missed") + "\n\n");
        header(table, "markdown.endpoint", "markdown.observed", "markdown.why");
        for (EndpointResult result : results) {
            for (SliResult sli : result.slis(Verdict.MISSED)) {
                row(table, sentences.label(result), sentences.observed(result, sli), sentences.why(sli));
            }
        }
        blocks.add(table.toString().stripTrailing());
    }

    private void undecided(List<String> blocks, List<EndpointResult> results) {
        StringBuilder table = new StringBuilder();
        header(table, "markdown.endpoint", "markdown.observed", "markdown.why");
        for (EndpointResult result : results) {
            for (SliResult sli : result.slis(Verdict.UNDECIDED)) {
                row(table, sentences.label(result), sentences.observed(result, sli), sentences.why(sli));
            }
        }
        folded(blocks, "markdown.undecided", results.size(), table);
    }

    private void met(List<String> blocks, List<EndpointResult> results) {
        StringBuilder table = new StringBuilder();
        header(table, "markdown.endpoint", "markdown.observed");
        for (EndpointResult result : results) {
            for (SliResult sli : result.slis()) {
                row(table, sentences.label(result), sentences.observed(result, sli));
            }
        }
        folded(blocks, "markdown.met", results.size(), table);
    }

    private List<String> notes(ServiceLevelReport report) {
        List<String> notes = new ArrayList<>();
        report.gate().reasons().stream().skip(1).map(sentences::reason).forEach(notes::add);
        report.source().notes().stream().map(Untrusted::forMarkdown).forEach(notes::add);
        return notes;
    }

    private <T> void section(List<String> blocks, String title, List<T> items, Function<T, String> line) {
        if (!items.isEmpty()) {
            blocks.add("### " + texts.get(title) + "\n\n"
                    + items.stream().map(item -> "- " + line.apply(item)).collect(Collectors.joining("\n")));
        }
    }

    private void folded(List<String> blocks, String title, int size, StringBuilder table) {
        if (size > 0) {
            blocks.add("<details><summary>" + texts.get(title, size) + "</summary>\n\n"
                    + table.toString().stripTrailing() + "\n\n</details>");
        }
    }

    private void header(StringBuilder table, String... titles) {
        List<String> cells = List.of(titles).stream().map(texts::get).toList();
        row(table, cells.toArray(new String[0]));
        table.append("|---".repeat(titles.length)).append("|\n");
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private String join(List<String> blocks) {
        StringBuilder all = new StringBuilder();
        for (String block : blocks) {
            if (all.length() + block.length() > MOST_CHARACTERS) {
                return all.append(texts.get("markdown.cut")).append('\n').toString();
            }
            all.append(block).append("\n\n");
        }
        return all.toString().stripTrailing() + "\n";
    }
}
