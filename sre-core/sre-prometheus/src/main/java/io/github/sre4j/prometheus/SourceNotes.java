package io.github.sre4j.prometheus;

import io.github.sre4j.prometheus.api.PrometheusClient;
import io.github.sre4j.prometheus.count.CountGrid;
import io.github.sre4j.prometheus.count.ScrapeCoverage;
import io.github.sre4j.sli.Window;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.List;

/** What a measurement could not tell, and what it rests on. */
final class SourceNotes {

    private static final double MISSED_TOLD = 0.001;

    private SourceNotes() {}

    static List<Message> of(Window window, CountGrid grid, ScrapeCoverage scrapes, MeasurementBuilder counts) {
        List<Message> notes = new ArrayList<>();
        if (!grid.isWhole(window)) {
            notes.add(note(
                    "cut",
                    grid.from().toString(),
                    grid.to().toString(),
                    grid.step().toMinutes()));
        }
        if (counts.firstStep() > 0) {
            notes.add(note("buckets-since", grid.end(counts.firstStep() - 1).toString()));
        }
        if (scrapes.stepsWithout() > 0) {
            notes.add(note(
                    "no-samples",
                    scrapes.stepsWithout(),
                    scrapes.steps(),
                    grid.step().toMinutes()));
        }
        if (scrapes.missed() > MISSED_TOLD) {
            notes.add(note("missed-scrapes", scrapes.missed()));
        }
        if (scrapes.ends() > 0) {
            notes.add(note("ends", scrapes.ends(), scrapes.interval().toSeconds(), Math.round(scrapes.lost())));
        }
        if (scrapes.joined() > 0) {
            notes.add(note("joined", scrapes.joined()));
        }
        if (counts.clientErrors() > 0) {
            notes.add(note("client-errors", counts.clientErrors()));
        }
        if (counts.withoutStatus() > 0) {
            notes.add(note("no-status", counts.withoutStatus()));
        }
        List<HttpMetric> others = counts.metrics().others();
        if (!others.isEmpty()) {
            notes.add(note(
                    "other-metrics",
                    counts.metrics().metric().base(),
                    others.stream().map(HttpMetric::base).toList()));
        }
        return notes;
    }

    /** Returns the warnings that say nothing of missing data. */
    static List<Message> harmless(PrometheusClient client) {
        return client.warnings().stream()
                .filter(SourceNotes::isHarmless)
                .map(warning -> note("warning", client.host(), warning))
                .toList();
    }

    /** Returns the warnings after which requests may be missing. */
    static List<Message> partial(PrometheusClient client) {
        return client.warnings().stream()
                .filter(warning -> !isHarmless(warning))
                .map(warning -> note("warning", client.host(), warning))
                .toList();
    }

    private static boolean isHarmless(String warning) {
        return warning.startsWith("PromQL ");
    }

    static Message note(String key, Object... arguments) {
        return Message.of(PrometheusTelemetry.class, key, arguments);
    }
}
