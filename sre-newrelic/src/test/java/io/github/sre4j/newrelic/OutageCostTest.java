package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How long a build with the usual settings waits for a New Relic that does not answer. */
class OutageCostTest {

    private static final Duration MOST = Duration.ofSeconds(10);

    @Test
    void less_than_ten_seconds_wherever_in_the_check_the_outage_begins_and_whatever_the_number_of_modules() {
        CompletableFuture<Duration> before = CompletableFuture.supplyAsync(() -> cost(5, "stall"));
        CompletableFuture<Duration> between =
                CompletableFuture.supplyAsync(() -> cost(5, "wrong-content-type:1", "stall"));
        assertThat(before.join()).isLessThan(MOST);
        assertThat(between.join()).isLessThan(MOST);
    }

    private static Duration cost(int modules, String... modes) {
        try (NerdGraphEmulator standin = NerdGraphEmulator.start(StandinOptions.DEFAULT
                .withEvents(Path.of("../sre-examples/petclinic-check/src/events"))
                .withNowAtEndOfEvents())) {
            // What a young JVM loads is no outage.
            measure(standin, new BuildScope());
            for (String mode : modes) {
                standin.misbehave(mode);
            }
            BuildScope build = new BuildScope();
            long begin = System.nanoTime();
            for (int i = 0; i < modules; i++) {
                TelemetryException e = catchThrowableOfType(TelemetryException.class, () -> measure(standin, build));
                assertThat(e.kind()).isEqualTo(TelemetryException.Kind.UNREACHABLE);
                assertThat(e).hasMessage("New Relic at 127.0.0.1 did not respond in time");
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void measure(NerdGraphEmulator standin, BuildScope build) throws TelemetryException {
        new NewRelicTelemetry(
                        new NerdGraph(
                                NerdGraphOptions.of(standin.url(), UserKey.of(standin.apiKey(), "the test"), null),
                                build),
                        ServiceReference.named("petclinic-before", OptionalLong.empty()))
                .measure(
                        DefaultStandard.get()
                                .plan(Window.endingAt(Instant.parse("2026-11-22T08:26:30Z"), Duration.ofMinutes(10))),
                        ProgressListener.NONE);
    }
}
