package io.github.sre4j.newrelic.nerdgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.newrelic.nerdgraph.CannedNerdGraph.Canned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is tried again, how often, after which pauses, and how long in all. */
class RetryTest {

    private static final String NOBODY =
            "{\"data\":{\"actor\":{\"entitySearch\":{\"results\":{\"nextCursor\":null,\"entities\":[]}}}}}";

    private final List<Duration> pauses = new ArrayList<>();
    private final StoppedClock clock = new StoppedClock();
    private CannedNerdGraph server;

    /** Time passes only where a client pauses. */
    private static final class StoppedClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = CannedNerdGraph.answering(body -> Canned.ok(NOBODY));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void what_may_pass_is_tried_three_times_more_after_growing_pauses_of_chance() {
        server.answer(body -> new Canned(503, "<html>", Map.of()));
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> ask(new BuildScope()))
                    .hasMessage("New Relic is unavailable (status 503); retry later");
        }
        assertThat(server.asked()).hasSize(80);
        assertThat(pauses).hasSize(60);
        for (int i = 0; i < pauses.size(); i++) {
            long most = 400L << (i % 3);
            assertThat(pauses.get(i).toMillis()).isBetween(most / 2, most);
        }
        assertThat(pauses.stream().distinct().count())
                .as("chance keeps builds apart")
                .isGreaterThan(10);
    }

    @Test
    void a_wait_that_the_server_asks_for_is_kept() throws Exception {
        failing(1, new Canned(429, "", Map.of("Retry-After", "5")));
        ask(new BuildScope());
        assertThat(pauses).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void a_wait_that_the_server_asks_for_as_a_date_is_kept() throws Exception {
        failing(1, new Canned(503, "", Map.of("Retry-After", "Sun, 22 Nov 2026 08:00:04 GMT")));
        ask(new BuildScope());
        assertThat(pauses).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void a_wait_longer_than_a_build_has_patience_is_not_begun() {
        server.answer(body -> new Canned(429, "", Map.of("Retry-After", "60")));
        assertThatThrownBy(() -> ask(new BuildScope()))
                .hasMessageStartingWith("too many requests by the user of this key (rate limit).");
        assertThat(pauses).isEmpty();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void nonsense_in_place_of_a_wait_is_nothing() throws Exception {
        failing(1, new Canned(503, "", Map.of("Retry-After", "soon")));
        ask(new BuildScope());
        assertThat(pauses).hasSize(1).allMatch(pause -> pause.toMillis() <= 400);
    }

    @Test
    void a_refused_key_is_tried_once_more_and_a_refused_query_not() {
        server.answer(body -> new Canned(401, "", Map.of()));
        assertThatThrownBy(() -> ask(new BuildScope())).hasMessageStartingWith("New Relic rejects the key. Use a");
        assertThat(server.asked()).hasSize(2);
        server.answer(
                body -> Canned.ok(
                        "{\"errors\":[{\"message\":\"NRQL Syntax Error: Error at line 1 position 3, unexpected 'X'\",\"path\":[\"actor\",0]}]}"));
        assertThatThrownBy(() -> ask(new BuildScope()))
                .hasMessage(
                        "New Relic rejects the query: NRQL Syntax Error: Error at line 1 position 3, unexpected 'X'");
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void an_outage_is_waited_for_once_in_a_build_and_not_once_a_module() throws Exception {
        BuildScope build = new BuildScope();
        server.answer(body -> new Canned(502, "", Map.of()));
        assertThatThrownBy(() -> ask(build)).hasMessageContaining("status 502");
        int asked = server.asked().size();
        int paused = pauses.size();
        assertThatThrownBy(() -> ask(build)).hasMessageContaining("status 502");
        assertThatThrownBy(() -> new AccessProbe(client(build)).accounts()).hasMessageContaining("status 502");
        assertThat(server.asked()).hasSize(asked);
        assertThat(pauses).hasSize(paused);
        try (CannedNerdGraph elsewhere = CannedNerdGraph.answering(body -> Canned.ok(NOBODY))) {
            assertThat(new EntitySearch(elsewhere.client(build))
                            .services("orders", OptionalLong.empty())
                            .exact())
                    .isEmpty();
        }
        failing(0, Canned.ok(""));
        ask(new BuildScope());
    }

    @Test
    void too_many_requests_are_no_outage() {
        BuildScope build = new BuildScope();
        server.answer(body -> new Canned(429, "", Map.of()));
        assertThatThrownBy(() -> ask(build)).hasMessageContaining("too many requests");
        int asked = server.asked().size();
        assertThatThrownBy(() -> ask(build)).hasMessageContaining("too many requests");
        assertThat(server.asked()).hasSizeGreaterThan(asked);
    }

    @Test
    void all_waiting_of_a_build_ends_at_one_deadline() {
        BuildScope build = new BuildScope(new Semaphore(5), Duration.ofMinutes(1));
        server.answer(body -> new Canned(429, "", Map.of("Retry-After", "6")));
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(() -> ask(build)).hasMessageContaining("too many requests");
        }
        assertThat(pauses).hasSize(9);
        assertThatThrownBy(() -> ask(build))
                .hasMessage("Build limit of 1 minutes for New Relic queries reached. Set a shorter sre.window.")
                .isInstanceOfSatisfying(
                        NerdGraphException.class,
                        e -> assertThat(e.needsRepair()).isFalse());
        assertThat(pauses).hasSize(10);
    }

    private void failing(int times, Canned answer) {
        int before = server.asked().size();
        server.answer(body -> server.asked().size() - before <= times ? answer : Canned.ok(NOBODY));
    }

    private NerdGraph client(BuildScope build) {
        return server.client(build, clock, pause -> {
            pauses.add(pause);
            clock.now = clock.now.plus(pause);
        });
    }

    private void ask(BuildScope build) throws NerdGraphException {
        new EntitySearch(client(build)).services("orders", OptionalLong.empty());
    }
}
