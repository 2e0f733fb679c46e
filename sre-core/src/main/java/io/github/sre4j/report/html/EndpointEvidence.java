package io.github.sre4j.report.html;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.LatencySummary;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why an endpoint has its verdict, in words, and behind it the numbers and pictures it rests on. */
record EndpointEvidence(Words words, TimeStrip strip) {

    /** Below this, how unlikely it is says nothing more to anybody. */
    private static final double PRACTICALLY_NEVER = 1e-6;

    void write(EndpointResult result, HtmlWriter html) {
        html.open("tr").open("td", "colspan", "7").open("details");
        String reasons = reasons(result);
        html.leaf("summary", reasons);
        html.open("div", "class", "ev").open("div");
        for (SliResult sli : result.slis()) {
            sli(result, sli, reasons, html);
        }
        html.open("p", "class", "quiet");
        html.text(words.own("evidence.class", words.name(result.endpointClass().name())));
        html.text(" ").leaf("code", words.name(result.endpoint().name().value()));
        html.close().close();
        pictures(result, html);
        html.close().close().close().close();
    }

    private String reasons(EndpointResult result) {
        if (result.verdict() == Verdict.WAIVED && result.activeWaiver().isPresent()) {
            return words.sentences().waived(result.activeWaiver().get());
        }
        return result.slis(result.verdict()).stream()
                .map(words.slis()::why)
                .distinct()
                .collect(Collectors.joining(words.own("separator")));
    }

    private void sli(EndpointResult result, SliResult sli, String said, HtmlWriter html) {
        html.open("h4").text(words.sli(sli.sli().kind())).text(" ");
        html.leaf("span", words.verdict(sli.verdict()), "class", Words.id(sli.verdict()))
                .close();
        html.leaf("p", words.slis().observedLine(result, sli));
        if (!words.slis().why(sli).equals(said)) {
            html.leaf("p", words.slis().why(sli));
        }
        if (sli.tally().total() > 0) {
            html.leaf("p", numbers(sli), "class", "quiet");
        }
    }

    private String numbers(SliResult sli) {
        String chance = sli.pValue() < PRACTICALLY_NEVER
                ? words.own("evidence.never")
                : words.own("evidence.chance", words.formats().percent(sli.pValue()));
        return words.own(
                "evidence.numbers",
                words.formats().percent(sli.tally().goodRatio()),
                words.formats().percent(sli.interval().low()),
                words.formats().percent(sli.interval().high()),
                words.formats().exactPercent(sli.sli().objective().ratio()),
                chance);
    }

    private void pictures(EndpointResult result, HtmlWriter html) {
        EndpointMeasurement measured = result.measurement();
        if (measured.latencySummary().isEmpty()) {
            return;
        }
        html.open("div");
        LatencySummary latency = measured.latencySummary().get();
        Optional<Duration> threshold = result.endpointClass().latency().map(LatencySli::threshold);
        threshold.ifPresent(limit -> PercentilePicture.write(latency, limit, html));
        String values = percentiles(latency);
        html.leaf(
                "p",
                threshold.isPresent()
                        ? words.own(
                                "evidence.percentiles", values, words.formats().exactDuration(threshold.get()))
                        : values,
                "class",
                "quiet");
        if (!measured.hours().isEmpty()) {
            SliResult shown = mostBad(result.slis());
            strip.write(measured.hours(), shown.sli().kind(), html);
            html.leaf("p", words.own("evidence.strip." + shown.sli().kind().id(), strip.cellHours()), "class", "quiet");
        }
        html.close();
    }

    private String percentiles(LatencySummary latency) {
        return words.own(
                "evidence.values",
                words.formats().duration(latency.p50()),
                words.formats().duration(latency.p90()),
                words.formats().duration(latency.p95()),
                words.formats().duration(latency.p99()),
                words.formats().duration(latency.max()));
    }

    private static SliResult mostBad(List<SliResult> slis) {
        return slis.stream()
                .max(Comparator.comparingDouble(SliResult::timesAllowed))
                .orElseThrow();
    }
}
