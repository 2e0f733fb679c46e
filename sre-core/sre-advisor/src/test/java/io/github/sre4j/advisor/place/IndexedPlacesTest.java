package io.github.sre4j.advisor.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.Statement;
import io.github.sre4j.trace.place.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexedPlacesTest {

    private static final EndpointName ENDPOINT = new EndpointName("GET /orders");

    private final List<Object> asked = new ArrayList<>();

    private static SourceLocation location(String className, String method, int line, double score) {
        return new SourceLocation(
                "src/" + line + ".java", line, line, line, className, method, score, SourceRule.ROUTE, Map.of(), null);
    }

    private IndexedPlaces finder(SourceLocation... found) {
        return new IndexedPlaces(new SourceIndex() {
            @Override
            public List<SourceLocation> handlers(EndpointName endpoint) {
                asked.add(endpoint);
                return List.of(found);
            }

            @Override
            public List<SourceLocation> methods(String className, String method, int line) {
                return List.of(found);
            }

            @Override
            public List<SourceLocation> statements(StatementTarget statement, EndpointName endpoint) {
                asked.add(statement);
                return List.of(found);
            }
        });
    }

    @Test
    void returns_the_best_place_and_its_ties() {
        IndexedPlaces finder = finder(
                location("shop.A$Inner", "show", 1, 0.9),
                location("shop.B", "show", 2, 0.9),
                location("shop.C", "show", 3, 0.8));
        assertThat(finder.handlers(ENDPOINT))
                .containsExactly(
                        new SourcePlace("src/1.java", 1, "A.Inner.show", null),
                        new SourcePlace("src/2.java", 2, "B.show", null));
    }

    @Test
    void returns_nothing_for_which_little_speaks() {
        assertThat(finder(location("shop.A", "show", 1, 0.2)).handlers(ENDPOINT))
                .isEmpty();
    }

    @Test
    void names_a_field_by_its_class_and_name() {
        SourceLocation field = new SourceLocation(
                "src/Owner.java",
                5,
                5,
                5,
                "shop.Owner",
                null,
                1,
                SourceRule.ENTITY_FIELD,
                Map.of(SourceName.FIELD, "pets"),
                null);
        assertThat(finder(field).code(new CodeLocation("shop.Owner", "any", null, 0)))
                .singleElement()
                .satisfies(place -> assertThat(place.name()).isEqualTo("Owner.pets"));
    }

    @Test
    void takes_table_and_verb_from_the_text_where_telemetry_names_none() {
        finder().statements(new Statement("UPDATE Items SET n = ?", "postgresql", null, null, null, false), ENDPOINT);
        assertThat(asked).containsExactly(new StatementTarget("items", "update", "UPDATE Items SET n = ?"));
    }

    @Test
    void searches_once_for_one_name() {
        IndexedPlaces finder = finder();
        finder.handlers(ENDPOINT);
        finder.handlers(ENDPOINT);
        assertThat(asked).hasSize(1);
    }
}
