package io.github.sre4j.report.html;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.sli.SliKind;
import java.math.BigDecimal;
import java.util.Optional;

/** What was observed of an endpoint, as one row. */
record EndpointRow(PageText words) {

    void write(EndpointResult result, HtmlWriter html) {
        html.open("tr");
        html.open("th", "scope", "row")
                .leaf("bdi", words.sentences().label(result))
                .close();
        html.leaf("td", words.verdict(result.verdict()));
        share(result, SliKind.LATENCY, html);
        share(result, SliKind.ERRORS, html);
        html.leaf(
                "td",
                result.measurement()
                        .latencySummary()
                        .map(latency -> words.formats().duration(latency.p95()))
                        .orElse("–"));
        html.leaf("td", words.formats().count(result.measurement().traffic()));
        html.leaf("td", words.formats().duration(result.measurement().excess()));
        html.close();
    }

    private void share(EndpointResult result, SliKind kind, HtmlWriter html) {
        Optional<SliResult> judged = of(result, kind);
        if (judged.isEmpty() || judged.get().tally().total() == 0) {
            html.leaf("td", "–");
            return;
        }
        SliResult sli = judged.get();
        BigDecimal allowed = BigDecimal.ONE.subtract(sli.sli().objective().ratio());
        html.open("td", "class", PageText.id(sli.verdict()));
        IntervalPicture.write(sli, html);
        html.text(words.formats().percentBeside(sli.tally().badRatio(), allowed))
                .close();
    }

    static Optional<SliResult> of(EndpointResult result, SliKind kind) {
        return result.slis().stream().filter(sli -> sli.sli().kind() == kind).findFirst();
    }

    /** For sorting; what was not judged comes after everything that was. */
    static String timesAllowed(EndpointResult result, SliKind kind) {
        return of(result, kind)
                .filter(sli -> sli.tally().total() > 0)
                .map(sli -> BigDecimal.valueOf(sli.timesAllowed())
                        .setScale(3, java.math.RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString())
                .orElse("-1");
    }
}
