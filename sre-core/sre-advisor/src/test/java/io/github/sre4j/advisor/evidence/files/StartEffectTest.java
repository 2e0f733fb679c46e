package io.github.sre4j.advisor.evidence.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.advisor.evidence.StartEffect;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartEffectTest {

    private static final String NAME = "WebTransaction/SpringController/orders (GET)";
    private static final Window WINDOW =
            new Window(Instant.parse("2026-11-22T08:00:00Z"), Instant.parse("2026-11-22T10:00:00Z"));

    @TempDir
    private Path folder;

    private final List<String> rows = new ArrayList<>();

    @Test
    void knows_a_start_by_the_first_request_of_an_instance() throws Exception {
        steady("a", 60, 900);
        slow("b", 1_000, 5, 3);
        steady("b", 1_010, 900);
        StartEffect effect = effect().orElseThrow();
        assertThat(effect.sign()).isEqualTo(StartEffect.Sign.FIRST_REQUEST);
        assertThat(effect.first()).isEqualTo(WINDOW.from().plusSeconds(1_000));
        assertThat(effect.within()).isEqualTo(Duration.ofSeconds(10));
        assertThat(effect.requests()).hasSize(5);
    }

    @Test
    void knows_a_start_by_a_deployment() throws Exception {
        steady("a", 10, 900);
        rows.add("{\"eventType\":\"Deployment\",\"timestamp\":" + at(990) + ",\"commit\":\"abc\"}");
        slow("a", 1_000, 5, 3);
        steady("a", 1_010, 900);
        assertThat(effect().orElseThrow().sign()).isEqualTo(StartEffect.Sign.DEPLOYMENT);
    }

    @Test
    void counts_starts_of_several_instances_together() throws Exception {
        steady("a", 10, 900);
        for (String instance : List.of("b", "c", "d")) {
            int start = 1_000 + 500 * (instance.charAt(0) - 'a');
            slow(instance, start, 2, 3);
            steady(instance, start + 10, 300);
        }
        StartEffect effect = effect().orElseThrow();
        assertThat(effect.starts()).isEqualTo(3);
        assertThat(effect.requests()).hasSize(6);
    }

    @Test
    void takes_no_running_instance_at_the_edge_of_the_window_for_a_start() throws Exception {
        slow("a", 1, 5, 3);
        steady("a", 10, 900);
        assertThat(effect()).isEmpty();
    }

    @Test
    void takes_no_single_request_for_a_slow_start() throws Exception {
        steady("a", 10, 900);
        slow("b", 1_000, 1, 60);
        steady("b", 1_010, 900);
        assertThat(effect()).isEmpty();
    }

    @Test
    void takes_no_incident_long_after_the_start_for_a_slow_start() throws Exception {
        steady("b", 1_000, 900);
        slow("b", 2_500, 9, 3);
        assertThat(effect()).isEmpty();
    }

    private void steady(String instance, int second, int number) {
        for (int i = 0; i < number; i++) {
            row(instance, second + i, 0.05);
        }
    }

    private void slow(String instance, int second, int number, double seconds) {
        for (int i = 0; i < number; i++) {
            row(instance, second + i, seconds);
        }
    }

    private static long at(int second) {
        return WINDOW.from().plusSeconds(second).toEpochMilli();
    }

    private void row(String instance, int second, double seconds) {
        rows.add(String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"guid\":\"g%d\",\"timestamp\":%d,\"duration\":%.3f,\"error\":false,\"host\":\"%s\"}",
                NAME,
                rows.size(),
                at(second),
                seconds,
                instance));
    }

    private Optional<StartEffect> effect() throws Exception {
        Files.write(folder.resolve("events.ndjson"), rows);
        EvidenceQuestion question =
                new EvidenceQuestion(new EndpointName(NAME), Duration.ofSeconds(1), false, rows.size(), rows.size());
        return new EventFileEvidence(folder, null)
                .drillDown(List.of(question), WINDOW)
                .get(0)
                .startEffect();
    }
}
