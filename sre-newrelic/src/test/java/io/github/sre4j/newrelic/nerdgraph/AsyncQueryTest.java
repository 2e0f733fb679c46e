package io.github.sre4j.newrelic.nerdgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Nrql;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Queries that take longer than a request may. */
class AsyncQueryTest {

    private static final Nrql ALL = Nrql.from("Transaction")
            .select("n", Aggregate.count())
            .between(Instant.parse("2026-11-22T08:16:30Z"), Instant.parse("2026-11-22T08:26:30Z"));

    private static NerdGraphEmulator standin;
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT
                .withEvents(Path.of("../sre-examples/petclinic-check/src/events"))
                .withNowAtEndOfEvents()
                .withLimits(Limits.NONE));
    }

    @AfterAll
    static void stop() {
        standin.close();
    }

    @AfterEach
    void behave() {
        standin.behave();
        standin.forgetRequests();
    }

    @Test
    void a_query_that_outlasts_the_longest_timeout_runs_on_and_is_asked_for_until_it_is_done() throws Exception {
        long rows = ask();
        standin.misbehave("slow-query,seconds=200,polls=3,retry-after=7");
        assertThat(ask()).isEqualTo(rows).isPositive();
        assertThat(pauses).isNotEmpty().allMatch(Duration.ofSeconds(7)::equals);
    }

    @Test
    void a_query_that_needs_more_than_the_usual_time_is_given_the_longest() throws Exception {
        long rows = ask();
        standin.misbehave("slow-query,seconds=90");
        assertThat(ask()).isEqualTo(rows).isPositive();
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_build_does_not_wait_for_ever() {
        standin.misbehave("slow-query,seconds=900,polls=1000000,retry-after=30");
        assertThatThrownBy(this::ask)
                .isInstanceOf(NerdGraphException.class)
                .hasMessage("a query exceeded the time limit of New Relic. Set a shorter sre.window");
        assertThat(pauses.stream().mapToLong(Duration::toSeconds).sum()).isEqualTo(300);
    }

    private long ask() throws NerdGraphException {
        NerdGraphOptions options = new NerdGraphOptions(
                standin.url(),
                UserKey.of(standin.apiKey(), "the test"),
                null,
                Duration.ofSeconds(3),
                Duration.ofSeconds(2));
        NerdGraph client = new NerdGraph(options, new BuildScope(), Clock.systemUTC(), pauses::add);
        return new NrqlQueries(client, standin.account())
                .ask(List.of(ALL))
                .get(0)
                .get(0)
                .count("n");
    }
}
