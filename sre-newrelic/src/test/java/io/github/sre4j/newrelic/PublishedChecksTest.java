package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.history.file.HistoryFile;
import io.github.sre4j.newrelic.nerdgraph.ServiceList;
import io.github.sre4j.newrelic.portfolio.PublishedChecks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that were published, read back from a NerdGraph that validates every document against New Relic's schema. */
class PublishedChecksTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");

    @TempDir
    private Path folder;

    @Test
    void the_last_check_of_each_product_in_each_week_is_read_and_services_nobody_checks_are_named() throws Exception {
        List<String> events = new ArrayList<>();
        events.add(HistoryFile.json(check("orders", NOW.minus(Duration.ofDays(9)), 7)));
        events.add(HistoryFile.json(check("orders", NOW.minus(Duration.ofDays(3)), 6)));
        events.add(HistoryFile.json(check("orders", NOW.minus(Duration.ofHours(2)), 5)));
        events.add(HistoryFile.json(check("it's \\ 50%", NOW.minus(Duration.ofDays(1)), 0)));
        Files.write(folder.resolve("SreCheck.ndjson"), events);
        try (NerdGraphEmulator standin = NerdGraphEmulator.start(StandinOptions.DEFAULT
                .withEvents(folder)
                .withEvents(Path.of("../sre-examples/petclinic-check/src/events"))
                .withClock(Clock.fixed(NOW, ZoneOffset.UTC))
                .withLimits(Limits.NONE)
                .withSchema(Path.of("src/test/resources/io/github/sre4j/newrelic/nerdgraph-2025-04.graphql.gz")))) {
            Map<String, List<CheckSummary>> read =
                    new PublishedChecks(Standins.client(standin, standin.apiKey()), standin.account()).read(NOW);
            assertThat(read).containsOnlyKeys("orders", "it's \\ 50%");
            assertThat(read.get("orders"))
                    .containsExactly(
                            check("orders", NOW.minus(Duration.ofDays(9)), 7),
                            check("orders", NOW.minus(Duration.ofHours(2)), 5));
            assertThat(new ServiceList(Standins.client(standin, standin.apiKey()))
                            .reporting(OptionalLong.of(standin.account())))
                    .contains("petclinic-before");
        }
    }

    private static CheckSummary check(String service, Instant at, int missed) {
        return new CheckSummary(
                at, service, "acme 3", 12, 12 - missed, missed, 0, 0, 12.5, missed == 0, null, service + "-prod");
    }
}
