package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Visit;
import io.github.sre4j.telemetry.Visits;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowserVisitsTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T09:00:00Z");
    private static final Window WINDOW = Window.endingAt(UNTIL, Duration.ofDays(7));
    private static final String BROWSER = Base64.getEncoder()
            .withoutPadding()
            .encodeToString("1|BROWSER|APPLICATION|2".getBytes(StandardCharsets.UTF_8));

    private NerdGraphEmulator standin;

    @BeforeEach
    void start() throws Exception {
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT
                .withClock(Clock.fixed(UNTIL, ZoneOffset.UTC))
                .withLimits(Limits.NONE));
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    @Test
    void a_session_is_a_visit_and_what_people_do_on_a_page_is_a_step() throws Exception {
        List<Map<String, Object>> views = new ArrayList<>();
        views.add(row(0, "aa", 2.5));
        views.add(row(60, "aa", 0.5));
        views.add(row(0, "bb", 1.5));
        views.add(row(0, "cc", 1.0));
        views.add(row(0, "dd", 1.0));
        views.add(row(0, null, 1.0));
        standin.add("PageView", views);
        Map<String, Object> loading = row(0, "dd", 1);
        loading.put("category", "Initial page load");
        Map<String, Object> route = row(5, "cc", 1);
        route.put("category", "Route change");
        standin.add("BrowserInteraction", List.of(loading, route));
        standin.add("PageAction", List.of(row(5, "bb", 0)));
        Visits visits = visits();
        assertThat(visits.visits())
                .containsExactlyInAnyOrder(
                        new Visit(Duration.ofMillis(2_500), 2),
                        new Visit(Duration.ofMillis(1_500), 2),
                        new Visit(Duration.ofMillis(1_000), 2),
                        new Visit(Duration.ofMillis(1_000), 1));
        assertThat(visits.withoutSession()).isEqualTo(1);
        assertThat(visits.sample()).isFalse();
    }

    @Test
    void without_sessions_or_page_views_there_is_no_visit_and_it_is_seen_why() throws Exception {
        standin.add("PageView", List.of(row(0, null, 1.0)));
        assertThat(visits()).isEqualTo(new Visits(List.of(), 1, 1, false));
    }

    /** New Relic would give the 5,000 sessions with most page views, hardly one of which ended with the first page. */
    @Test
    void of_many_sessions_a_random_sample_is_taken_and_not_the_busiest() throws Exception {
        Random random = new Random(9);
        List<Map<String, Object>> views = new ArrayList<>();
        int sessions = 30_000;
        for (int i = 0; i < sessions; i++) {
            String id = String.format(Locale.ROOT, "%016x", random.nextLong());
            int pages = random.nextInt(10) < 4 ? 1 : 2;
            for (int page = 0; page < pages; page++) {
                views.add(row(page * 30L + i, id, 1.0));
            }
        }
        standin.add("PageView", views);
        Visits visits = visits();
        assertThat(visits.sample()).isTrue();
        assertThat(visits.visits().size()).isBetween(13_000, 17_000);
        assertThat(visits.visits().stream().filter(Visit::isBounce).count()
                        / (double) visits.visits().size())
                .isCloseTo(0.4, within(0.02));
    }

    private Visits visits() throws Exception {
        return new BrowserVisits(Standins.client(standin, standin.apiKey()), "orders-web", OptionalLong.empty())
                .visits(WINDOW);
    }

    private static Map<String, Object> row(long second, String session, double duration) {
        Map<String, Object> row = new HashMap<>();
        row.put("timestamp", UNTIL.minus(Duration.ofDays(3)).toEpochMilli() + second * 1_000);
        row.put("appName", "orders-web");
        row.put("entityGuid", BROWSER);
        row.put("duration", duration);
        if (session != null) {
            row.put("session", session);
        }
        return row;
    }
}
