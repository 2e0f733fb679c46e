package io.github.sre4j.advisor.report;

import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.advisor.remedy.SketchLine;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.report.html.HtmlWriter;
import java.util.List;

/** The section of candidates on the page: each of the first with location and impact; cause, fix and done condition on demand. */
final class CandidatesPage {

    private CandidatesPage() {}

    static void write(CandidatePlan plan, CandidateSentences sentences, HtmlWriter html) {
        if (plan.first().isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "candidates");
        html.leaf("h2", sentences.text("html.title"), "id", "candidates");
        sentences.goal(plan).forEach(line -> html.leaf("p", line, "class", "lead"));
        html.open("ol", "class", "candidates");
        plan.first().forEach(candidate -> candidate(candidate, plan, sentences, html));
        html.close();
        list(plan.others().stream().map(sentences::line).toList(), html);
        html.close();
    }

    private static void candidate(
            Candidate candidate, CandidatePlan plan, CandidateSentences sentences, HtmlWriter html) {
        html.open("li");
        html.leaf("h3", sentences.title(candidate));
        html.open("p").leaf("b", sentences.amount(candidate)).text(" ");
        html.leaf("small", sentences.remedy(candidate)).close();
        sentences
                .beforePlaces(candidate, true)
                .filter(text -> !candidate.places().isEmpty())
                .ifPresent(text -> html.leaf("p", text));
        sentences.places(candidate).forEach(place -> place(place, sentences, html));
        html.open("details").leaf("summary", sentences.text("label.why"));
        html.open("div", "class", "ev").open("dl");
        part("effect", sentences.impact(candidate, plan.windowDays()), sentences, html);
        sentences.but(candidate).ifPresent(but -> part("but", List.of(but), sentences, html));
        part("why", sentences.facts(candidate), sentences, html);
        part("what", List.of(sentences.what(candidate)), sentences, html);
        sketch(candidate.fix().sketch(), sentences, html);
        part("risk", List.of(sentences.risk(candidate)), sentences, html);
        part("verify", List.of(sentences.verify(candidate)), sentences, html);
        part("done", sentences.doneWhen(candidate), sentences, html);
        part("rank", List.of(sentences.rank(candidate)), sentences, html);
        html.close().close().close().close();
    }

    /** Only what looks like an address of a code host becomes a link. */
    private static void place(SourceLocation place, CandidateSentences sentences, HtmlWriter html) {
        String url = place.permalink()
                .filter(each -> each.startsWith("https://") && each.chars().noneMatch(c -> c <= ' ' || c > '~'))
                .orElse("");
        html.open("p");
        if (url.isEmpty()) {
            html.leaf("code", sentences.place(place));
        } else {
            html.open("a", "href", url, "rel", "noreferrer")
                    .leaf("code", sentences.place(place))
                    .close();
        }
        html.close();
    }

    private static void part(String label, List<String> lines, CandidateSentences sentences, HtmlWriter html) {
        html.leaf("dt", sentences.text("label." + label));
        lines.forEach(line -> html.leaf("dd", line));
    }

    /** As patches are shown: what goes and what comes is marked by its sign, not by its colour alone. */
    private static void sketch(List<SketchLine> sketch, CandidateSentences sentences, HtmlWriter html) {
        if (sketch.isEmpty()) {
            return;
        }
        html.leaf("dt", sentences.text("markdown.sketch"));
        html.open("dd", "class", "sketch").open("pre", "class", "diff", "tabindex", "0");
        for (SketchLine line : SketchHunks.forEyes(sketch)) {
            String code = line.text().replace("\t", "    ");
            switch (line.mark()) {
                case '@' -> html.leaf("span", code, "class", "file");
                case '~' -> html.leaf("span", "…", "class", "file");
                case '-' -> html.leaf("span", "- " + code, "class", "del");
                case '+' -> html.leaf("span", "+ " + code, "class", "add");
                default -> html.leaf("span", "  " + code);
            }
        }
        html.close().close();
    }

    private static void list(List<String> items, HtmlWriter html) {
        if (!items.isEmpty()) {
            // The lines have their ranks.
            html.open("ul", "class", "quiet ranked");
            items.forEach(item -> html.leaf("li", item));
            html.close();
        }
    }
}
