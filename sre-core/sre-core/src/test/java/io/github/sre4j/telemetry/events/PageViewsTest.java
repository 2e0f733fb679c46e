package io.github.sre4j.telemetry.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.Visit;
import io.github.sre4j.telemetry.Visits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageViewsTest {

    private static final Instant END = Instant.parse("2026-11-22T09:00:00Z");
    private static final Window WINDOW = Window.endingAt(END, Duration.ofHours(24));
    private static final long NOON = Instant.parse("2026-11-21T12:00:00Z").toEpochMilli();

    @TempDir
    private Path folder;

    @Test
    void a_session_is_a_visit_with_the_load_time_of_its_first_page_and_all_its_steps() throws Exception {
        write("PageView.ndjson", row("", NOON + 9_000, "s1", 3.5), row("", NOON, "s1", 1.25), row("", NOON, "s2", 0.4));
        write(
                "PageAction.json",
                "[" + row("", NOON + 5_000, "s2", 0) + "," + row("\"eventType\":\"Transaction\",", NOON, "s2", 1)
                        + "]");
        Visits visits = read(null);
        assertThat(visits.visits())
                .containsExactlyInAnyOrder(
                        new Visit(Duration.ofMillis(1_250), 2), new Visit(Duration.ofMillis(400), 2));
        assertThat(visits.pageViews()).isEqualTo(3);
    }

    @Test
    void the_loading_of_a_page_is_no_step_of_its_own_but_a_change_of_route_is() throws Exception {
        write("PageView.ndjson", row("", NOON, "s1", 1), row("", NOON, "s2", 1));
        write(
                "BrowserInteraction.ndjson",
                row("\"category\":\"Initial page load\",", NOON, "s1", 1),
                row("\"category\":\"Route change\",", NOON, "s2", 1));
        assertThat(read(null).visits()).extracting(Visit::steps).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void what_may_have_begun_before_or_go_on_after_the_window_is_no_whole_visit() throws Exception {
        write(
                "PageView.ndjson",
                row("", WINDOW.from().toEpochMilli() + 60_000, "early", 1),
                row("", END.toEpochMilli() - 60_000, "late", 1),
                row("", END.toEpochMilli() + 1, "outside", 1));
        Visits visits = read(null);
        assertThat(visits.visits()).isEmpty();
        assertThat(visits.pageViews()).isEqualTo(2);
    }

    @Test
    void page_views_without_a_session_are_counted_and_broken_or_strange_rows_are_left_out() throws Exception {
        write(
                "PageView.ndjson",
                "{\"timestamp\":" + NOON + ",\"duration\":1}",
                "{broken",
                "[]",
                row("", NOON, "negative", -1),
                row("", -5, "before", 1),
                "{\"session\":\"text\",\"timestamp\":\"soon\",\"duration\":1}");
        Visits visits = read(null);
        assertThat(visits.visits()).isEmpty();
        assertThat(visits.withoutSession()).isEqualTo(1);
        assertThat(visits.pageViews()).isEqualTo(2);
    }

    @Test
    void only_rows_of_the_browser_application_count_if_one_is_named() throws Exception {
        write(
                "all.ndjson",
                row("\"eventType\":\"PageView\",\"appName\":\"shop-web\",", NOON, "s1", 1),
                row("\"eventType\":\"PageView\",\"appName\":\"other\",", NOON, "s2", 1),
                row("\"eventType\":\"Transaction\",\"appName\":\"shop-web\",", NOON, "s3", 1));
        assertThat(read("shop-web").visits()).hasSize(1);
        assertThat(read(null).visits()).hasSize(2);
    }

    @Test
    void a_damaged_archive_is_said() throws Exception {
        Files.writeString(folder.resolve("PageView.ndjson.gz"), "not zipped");
        assertThatThrownBy(() -> read(null))
                .isInstanceOf(TelemetryException.class)
                .hasMessageContaining("PageView.ndjson.gz");
    }

    private Visits read(String browser) throws TelemetryException {
        return new PageViews(folder, browser).visits(WINDOW);
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines));
    }

    private static String row(String more, long timestamp, String session, double duration) {
        return "{" + more + "\"timestamp\":" + timestamp + ",\"session\":\"" + session + "\",\"duration\":" + duration
                + "}";
    }
}
