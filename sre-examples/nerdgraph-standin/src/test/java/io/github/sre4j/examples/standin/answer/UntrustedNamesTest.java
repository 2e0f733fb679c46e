package io.github.sre4j.examples.standin.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.examples.standin.events.EventStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and values from outside never become SQL. */
class UntrustedNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"; DROP TABLE t0; --",
                "x' OR '1'='1",
                "a\"b",
                "?",
                "#",
                "$1",
                "c0",
                "ts",
                "日本",
                "a\\",
                "%_",
                "{}"
            })
    void any_attribute_and_any_value_survives_the_way_to_the_engine_and_back(String odd) {
        try (EventStore store = new EventStore(1)) {
            store.append("Odd", List.of(Map.of("timestamp", 1_000, odd, odd), Map.of("timestamp", 2_000, odd, 5)));
            NrqlEngine engine = new NrqlEngine(store, Clock.systemUTC());
            String literal = "'" + odd.replace("\\", "\\\\").replace("'", "\\'") + "'";
            List<?> rows = engine.answer("SELECT count(*) AS n, latest(`" + odd + "`) AS l FROM Odd WHERE `" + odd
                            + "` = " + literal + " FACET `" + odd + "` SINCE 0 UNTIL 9000")
                    .results();
            assertThat(rows).isEqualTo(List.of(Map.of("facet", odd, odd, odd, "n", 1L, "l", odd)));
        }
    }

    @Test
    void an_event_type_that_is_sql_is_a_name() {
        try (EventStore store = new EventStore(1)) {
            NrqlEngine engine = new NrqlEngine(store, Clock.systemUTC());
            assertThat(engine.answer("SELECT count(*) FROM `nothing; DROP TABLE nothing`")
                            .results())
                    .isEqualTo(List.of(Map.of("count", 0L)));
        }
    }

    @Test
    void names_that_differ_in_case_are_two_attributes() {
        try (EventStore store = new EventStore(1)) {
            store.append("T", List.of(Map.of("timestamp", 1, "Name", "upper", "name", "lower")));
            NrqlEngine engine = new NrqlEngine(store, Clock.systemUTC());
            assertThat(engine.answer("SELECT latest(Name) AS u, latest(name) AS l FROM T SINCE 0 UNTIL 9")
                            .results())
                    .isEqualTo(List.of(Map.of("u", "upper", "l", "lower")));
        }
    }

    @Test
    void a_regular_expression_that_is_none_is_refused_in_words() {
        try (EventStore store = new EventStore(1)) {
            store.append("T", List.of(Map.of("timestamp", 1, "name", "x")));
            NrqlEngine engine = new NrqlEngine(store, Clock.systemUTC());
            assertThatThrownBy(() -> engine.answer("SELECT count(*) FROM T WHERE name RLIKE '(' SINCE 0 UNTIL 9"))
                    .isInstanceOf(QueryRefusedException.class)
                    .hasMessageContaining("missing )");
        }
    }
}
