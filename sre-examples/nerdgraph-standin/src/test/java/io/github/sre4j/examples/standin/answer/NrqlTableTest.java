package io.github.sre4j.examples.standin.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sre4j.examples.standin.events.EventStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NRQL and the JSON it must yield, over a handful of events; the table is a resource, two lines a case. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NrqlTableTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    private final EventStore store = new EventStore(7);
    private final NrqlEngine engine = new NrqlEngine(store, CLOCK);

    @BeforeAll
    void load_the_events() throws Exception {
        assertThat(store.load(Path.of(Objects.requireNonNull(getClass().getResource("/events"))
                        .toURI())))
                .isEmpty();
    }

    @AfterAll
    void close_the_store() {
        store.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_query_yields_the_rows_of_the_table(String nrql, String expected) throws IOException {
        JsonNode rows = MAPPER.readTree(MAPPER.writeValueAsString(rows(nrql)));
        assertThat(rows).as(nrql).isEqualTo(MAPPER.readTree(expected));
    }

    private Object rows(String nrql) {
        try {
            return engine.answer(nrql).results();
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    static Stream<String[]> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(NrqlTableTest.class.getResourceAsStream("/nrql-table.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n"))
                    .map(block ->
                            block.lines().filter(line -> !line.startsWith("#")).toList())
                    .filter(lines -> !lines.isEmpty())
                    .map(lines -> new String[] {lines.get(0), String.join("\n", lines.subList(1, lines.size()))});
        }
    }
}
