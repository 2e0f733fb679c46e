package io.github.sre4j.newrelic.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.Assessor;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.newrelic.NewRelicTelemetry;
import io.github.sre4j.newrelic.ServiceReference;
import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.events.EventFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check of the petclinic's exported files sees what a check of New Relic sees. */
class ReplayTest {

    private static final Path EVENTS = Path.of("../sre-examples/petclinic-check/src/events");
    private static final Window WINDOW =
            new Window(Instant.parse("2026-11-22T08:16:30Z"), Instant.parse("2026-11-22T08:26:30Z"));

    @TempDir
    Path folder;

    @Test
    void the_exported_files_give_the_same_measurements_and_verdicts() throws Exception {
        ServiceReference service = ServiceReference.named("petclinic-before", OptionalLong.empty());
        MeasurementPlan plan = DefaultStandard.get().plan(WINDOW);
        Measurements asked;
        try (NerdGraphEmulator standin = NerdGraphEmulator.start(
                StandinOptions.DEFAULT.withEvents(EVENTS).withNowAtEndOfEvents())) {
            NerdGraph nerdGraph = new NerdGraph(
                    NerdGraphOptions.of(standin.url(), UserKey.of(standin.apiKey(), "the test"), null),
                    new BuildScope());
            asked = new NewRelicTelemetry(nerdGraph, service).measure(plan, ProgressListener.NONE);
            ExportRequest request = new ExportRequest(
                    service,
                    Duration.ofMinutes(10),
                    WINDOW.to(),
                    List.of("Transaction", "Metric"),
                    true,
                    1_000_000,
                    folder);
            ExportResult result = Exports.run(standin, request);
            assertThat(result.complete()).as(result.toString()).isTrue();
        }
        Measurements replayed = new EventFiles(folder, null).measure(plan, ProgressListener.NONE);
        assertThat(replayed.requests()).isEqualTo(asked.requests()).isEqualTo(9505);
        assertThat(replayed.source().rejections()).isEqualTo(io.github.sre4j.telemetry.Rejections.NONE);
        assertThat(replayed.source().sampling()).isEqualTo(asked.source().sampling());
        assertThat(replayed.endpoints()).hasSameSizeAs(asked.endpoints());
        for (int i = 0; i < asked.endpoints().size(); i++) {
            EndpointMeasurement expected = asked.endpoints().get(i);
            EndpointMeasurement actual = replayed.endpoints().get(i);
            assertThat(actual.name()).isEqualTo(expected.name());
            assertThat(actual.whole()).isEqualTo(expected.whole());
            assertThat(actual.firstHalf()).isEqualTo(expected.firstHalf());
            assertThat(actual.traffic()).isEqualTo(expected.traffic());
        }
        assertThat(verdicts(replayed)).isEqualTo(verdicts(asked));
    }

    private static List<String> verdicts(Measurements measured) {
        return new Assessor(DefaultStandard.get(), List.of(), LocalDate.parse("2026-11-22"))
                .assess(WINDOW, measured.endpoints()).endpoints().stream()
                        .map(result -> result.endpoint().label() + " " + result.verdict())
                        .toList();
    }
}
