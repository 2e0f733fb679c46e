package io.github.sre4j.report.markdown;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.ExcludedName;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.SliSentences;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.Markdown;
import io.github.sre4j.text.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tables of endpoints, one row each. */
final class EndpointRows {

    private final Texts texts;
    private final Formats formats;
    private final Sentences sentences;
    private final SliSentences slis;

    EndpointRows(Texts texts) {
        this.texts = texts;
        this.formats = texts.formats();
        this.sentences = new Sentences(texts, Markdown::codeInTable, Markdown::prose);
        this.slis = new SliSentences(texts);
    }

    String header() {
        return row(texts.get("markdown.endpoint"), texts.get("markdown.observed"), texts.get("markdown.why"))
                + "|---|---|---|\n";
    }

    /** A row for each endpoint, with those of its SLIs that are asked for. */
    List<String> of(List<EndpointResult> results, Predicate<SliResult> shown) {
        return results.stream()
                .map(result -> row(
                        sentences.label(result),
                        cell(result, shown, sli -> slis.observedLine(result, sli)),
                        cell(result, shown, sli -> why(result, sli))))
                .toList();
    }

    /** A row for each missed endpoint, with what the baseline knows of it. */
    List<String> missed(List<EndpointResult> results, GateDecision gate) {
        return results.stream()
                .map(result -> row(
                        sentences.label(result),
                        cell(result, EndpointRows::missed, sli -> slis.observedLine(result, sli)),
                        cell(
                                result,
                                EndpointRows::missed,
                                sli -> sentences
                                        .baseline(gate, result, sli)
                                        .map(known -> texts.get("markdown.known", why(result, sli), known))
                                        .orElseGet(() -> why(result, sli)))))
                .toList();
    }

    String asideHeader() {
        return row(texts.get("markdown.name"), texts.get("markdown.why"), texts.get("markdown.requests"))
                + "|---|---|--:|\n";
    }

    List<String> aside(List<ExcludedName> setAside) {
        return setAside.stream()
                .map(aside -> row(sentences.name(aside), sentences.whyAside(aside), formats.count(aside.requests())))
                .toList();
    }

    private static boolean missed(SliResult sli) {
        return sli.verdict() == Verdict.MISSED;
    }

    private String why(EndpointResult result, SliResult sli) {
        return sli.verdict() == Verdict.WAIVED && result.activeWaiver().isPresent()
                ? sentences.waived(result.activeWaiver().get())
                : slis.why(sli);
    }

    /** What is the same for all SLIs is said once. */
    private static String cell(EndpointResult result, Predicate<SliResult> shown, Function<SliResult, String> text) {
        return result.slis().stream().filter(shown).map(text).distinct().collect(Collectors.joining("<br>"));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
