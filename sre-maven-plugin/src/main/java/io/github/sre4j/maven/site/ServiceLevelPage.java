package io.github.sre4j.maven.site;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.report.NextSteps;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.SliSentences;
import io.github.sre4j.report.ViolationOrder;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.maven.doxia.sink.Sink;

/** The report of one service as a page of its site: what the full page says, without its pictures. Immutable and thread-safe. */
public final class ServiceLevelPage {

    private final Texts words;
    private final Formats formats;
    private final Sentences sentences;
    private final SliSentences slis;
    private final NextSteps next;

    /** A page in that language. */
    public ServiceLevelPage(Texts texts) {
        this.words = texts.of(ServiceLevelPage.class);
        this.formats = texts.formats();
        this.sentences = new Sentences(texts, TextEscaping::forTerminal);
        this.slis = new SliSentences(texts);
        this.next = new NextSteps(texts, sentences);
    }

    /**
     * Writes the page.
     *
     * @param report what was found
     * @param fullPage where the page with pictures is, seen from this one
     * @param sink the page of the site; it is closed at the end
     */
    public void write(ServiceLevelReport report, String fullPage, Sink sink) {
        SitePage page = new SitePage(sink);
        page.begin(words.get(
                "page.title", TextEscaping.forTerminal(report.service().name())));
        page.paragraph(sentences.subject(report));
        if (Sentences.judged(report.gate())) {
            page.strong(sentences.goal(report.assessment().goal()));
        }
        page.paragraph(sentences.verdict(report.gate()));
        page.link(fullPage, words.get("full"));
        List<EndpointResult> missed = ViolationOrder.of(report);
        if (!missed.isEmpty()) {
            page.section(words.get("missed"), () -> page.table(header(), missed(missed, report.gate())));
        }
        section(page, words.get("next"), next.of(report));
        report.history().ifPresent(trend -> section(page, words.get("trend"), sentences.trend(trend)));
        endpoints(page, report, Verdict.UNDECIDED);
        endpoints(page, report, Verdict.WAIVED);
        section(
                page,
                words.get("waivers"),
                report.assessment().waivers().stream().map(sentences::waiver).toList());
        endpoints(page, report, Verdict.MET);
        endpoints(page, report, Verdict.NO_DATA);
        if (!report.assessment().setAside().isEmpty()) {
            page.section(
                    words.get("aside", report.assessment().setAside().size()),
                    () -> page.table(
                            List.of(words.get("name"), words.get("why"), words.get("requests")),
                            report.assessment().setAside().stream()
                                    .map(aside -> row(
                                            sentences.name(aside),
                                            sentences.whyAside(aside),
                                            formats.count(aside.requests())))
                                    .toList()));
        }
        section(page, words.get("rests-on"), notes(report));
        page.end();
    }

    /**
     * Writes a page that says why there is no report.
     *
     * @param service the service's name
     * @param why a sentence for people
     * @param sink the page of the site; it is closed at the end
     */
    public void writeMissing(String service, String why, Sink sink) {
        SitePage page = new SitePage(sink);
        page.begin(words.get("page.title", TextEscaping.forTerminal(service)));
        page.strong(words.get("no-report"));
        page.paragraph(TextEscaping.printable(why));
        page.paragraph(words.get("no-report.next"));
        page.end();
    }

    private List<String> notes(ServiceLevelReport report) {
        List<String> notes = new ArrayList<>();
        notes.add(sentences.source(report.source()));
        report.gate().reasons().stream().skip(1).map(sentences::reason).forEach(notes::add);
        report.source().notes().stream().map(sentences::note).forEach(notes::add);
        return notes;
    }

    private static void section(SitePage page, String title, List<String> items) {
        if (!items.isEmpty()) {
            page.section(title, () -> page.list(items));
        }
    }

    private void endpoints(SitePage page, ServiceLevelReport report, Verdict verdict) {
        List<EndpointResult> results = report.assessment().endpoints(verdict);
        if (!results.isEmpty()) {
            String key = "verdict." + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
            page.section(
                    words.get(key, results.size()),
                    () -> page.table(
                            header(),
                            results.stream()
                                    .map(result -> List.of(
                                            List.of(sentences.label(result)),
                                            lines(result, false, sli -> slis.observedLine(result, sli)),
                                            lines(result, false, sli -> why(result, sli))))
                                    .toList()));
        }
    }

    private List<List<List<String>>> missed(List<EndpointResult> results, GateDecision gate) {
        return results.stream()
                .map(result -> List.of(
                        List.of(sentences.label(result)),
                        lines(result, true, sli -> slis.observedLine(result, sli)),
                        lines(
                                result,
                                true,
                                sli -> sentences.baseline(gate, result, sli).orElseGet(() -> why(result, sli)))))
                .toList();
    }

    private String why(EndpointResult result, SliResult sli) {
        return sli.verdict() == Verdict.WAIVED && result.activeWaiver().isPresent()
                ? sentences.waived(result.activeWaiver().get())
                : slis.why(sli);
    }

    /** What is the same for all SLIs is said once. */
    private static List<String> lines(EndpointResult result, boolean missedOnly, Function<SliResult, String> text) {
        return result.slis().stream()
                .filter(sli -> !missedOnly || sli.verdict() == Verdict.MISSED)
                .map(text)
                .distinct()
                .toList();
    }

    private List<String> header() {
        return List.of(words.get("endpoint"), words.get("observed"), words.get("why"));
    }

    private static List<List<String>> row(String... cells) {
        List<List<String>> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(List.of(cell));
        }
        return row;
    }
}
