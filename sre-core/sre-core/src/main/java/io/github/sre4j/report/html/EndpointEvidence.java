package io.github.sre4j.report.html;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.LatencySummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why an endpoint has its verdict, in words, and behind it the numbers and pictures it rests on. */
record EndpointEvidence(PageText words, TimeStrip strip) {

    /** Below this, how unlikely it is says nothing more to anybody. */
    private static final double PRACTICALLY_NEVER = 1e-6;

    void write(EndpointResult result, HtmlWriter html) {
        html.open("tr").open("td", "colspan", "7").open("details");
        String reasons = reasons(result);
        html.leaf("summary", reasons);
        html.open("div", "class", "ev").open("dl");
        for (SliResult sli : result.slis()) {
            html.leaf("dt", words.own("evidence.sli", words.sli(sli.sli().kind()), words.verdict(sli.verdict())));
            html.leaf("dd", String.join(" ", sentences(result, sli, reasons)));
        }
        html.leaf(
                "dt",
                words.own("evidence.class", words.name(result.endpointClass().name())));
        html.open("dd")
                .leaf("code", words.name(result.endpoint().name().value()))
                .close();
        html.close();
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

    private List<String> sentences(EndpointResult result, SliResult sli, String said) {
        List<String> sentences = new ArrayList<>();
        if (sli.tally().total() > 0) {
            sentences.add(words.own(
                    "evidence.numbers",
                    words.slis().observed(result, sli).get(0),
                    words.formats().count(sli.tally().bad()),
                    words.formats().count(sli.tally().total()),
                    words.formats().percent(sli.tally().goodRatio()),
                    words.formats().percent(sli.interval().low()),
                    words.formats().percent(sli.interval().high())));
        }
        if (!said.contains(words.slis().why(sli))) {
            sentences.add(words.sentence(words.slis().why(sli)));
        }
        if (sli.verdict() == Verdict.MISSED) {
            sentences.add(
                    sli.pValue() < PRACTICALLY_NEVER
                            ? words.own("evidence.never")
                            : words.own("evidence.chance", words.formats().percent(sli.pValue())));
        }
        return sentences;
    }

    private void pictures(EndpointResult result, HtmlWriter html) {
        EndpointMeasurement measured = result.measurement();
        if (measured.latencySummary().isEmpty()) {
            return;
        }
        LatencySummary latency = measured.latencySummary().get();
        html.open("div").open("p", "class", "pv");
        Optional<Duration> threshold = result.endpointClass().latency().map(LatencySli::threshold);
        threshold.ifPresent(limit -> PercentilePicture.write(latency, limit, html));
        html.text(percentiles(latency)).close();
        if (!measured.hours().isEmpty()) {
            strip.write(measured.hours(), mostBad(result.slis()).sli().kind(), html);
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
