package io.github.sre4j.newrelic.nerdgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Nrql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every GraphQL document is checked against New Relic's own schema, as published in April 2025, before it is answered. */
class DocumentsTest {

    private static final Nrql QUERY = Nrql.from("Transaction")
            .select("n", Aggregate.count())
            .between(Instant.parse("2026-11-22T08:16:30Z"), Instant.parse("2026-11-22T08:26:30Z"));

    private static NerdGraphEmulator standin;
    private NerdGraph client;

    @BeforeAll
    static void start() throws Exception {
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT
                .withEvents(Path.of("../sre-examples/petclinic-check/src/events"))
                .withNowAtEndOfEvents()
                .withLimits(Limits.NONE)
                .withSchema(Path.of("src/test/resources/io/github/sre4j/newrelic/nerdgraph-2025-04.graphql.gz")));
    }

    @AfterAll
    static void stop() {
        standin.close();
    }

    @BeforeEach
    void connect() {
        standin.behave();
        NerdGraphOptions options = new NerdGraphOptions(
                standin.url(),
                UserKey.of(standin.apiKey(), "the test"),
                null,
                Duration.ofSeconds(3),
                Duration.ofSeconds(2));
        BuildScope build = new BuildScope();
        // To check against two thousand types takes a busy machine its time.
        build.seenSlow();
        client = new NerdGraph(options, build, Clock.systemUTC(), pause -> {});
    }

    @Test
    void the_search_for_a_service_is_valid() throws Exception {
        assertThat(new EntitySearch(client)
                        .services("petclinic-before", OptionalLong.of(standin.account()))
                        .exact())
                .hasSize(1);
    }

    @Test
    void the_search_for_a_browser_application_is_valid() throws Exception {
        assertThat(new EntitySearch(client)
                        .browsers("petclinic-web", OptionalLong.empty())
                        .exact())
                .isEmpty();
    }

    @Test
    void the_list_of_services_is_valid() throws Exception {
        assertThat(new ServiceList(client).reporting(OptionalLong.empty())).contains("petclinic-before");
    }

    @Test
    void no_document_is_written_where_this_test_does_not_look() throws Exception {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> writing = new ArrayList<>();
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                // It would send the key back to us.
                assertThat(text).as(source.toString()).doesNotContain("requestContext");
                if (text.contains("actor {")) {
                    writing.add(source.getFileName().toString());
                }
            }
            assertThat(writing)
                    .containsExactlyInAnyOrder(
                            "AccessProbe.java",
                            "AsyncQuery.java",
                            "EntitySearch.java",
                            "NrqlQueries.java",
                            "ServiceList.java");
        }
    }

    @Test
    void the_look_up_by_guid_is_valid() throws Exception {
        String guid = new EntitySearch(client)
                .services("petclinic-before", OptionalLong.empty())
                .exact()
                .get(0)
                .guid();
        assertThat(new EntitySearch(client).byGuid(guid)).isPresent();
    }

    @Test
    void the_probe_is_valid() throws Exception {
        assertThat(new AccessProbe(client).accounts()).containsExactly((long) standin.account());
    }

    @Test
    void ten_queries_in_one_request_are_valid() throws Exception {
        List<Nrql> ten = IntStream.range(0, 10)
                .mapToObj(i -> QUERY.select("extra" + i, Aggregate.count()))
                .toList();
        assertThat(new NrqlQueries(client, standin.account()).ask(ten)).hasSize(10);
    }

    @Test
    void beginning_and_polling_a_query_that_runs_on_are_valid() throws Exception {
        standin.misbehave("async,polls=1");
        assertThat(new AsyncQuery(client, standin.account()).ask(QUERY)).isPresent();
    }
}
