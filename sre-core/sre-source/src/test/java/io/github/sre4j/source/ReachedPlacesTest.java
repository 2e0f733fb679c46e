package io.github.sre4j.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.CodeTrait;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.sli.EndpointName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places that an endpoint reaches, statements with another filter, and handlers that only telemetry names. */
class ReachedPlacesTest {

    private static final EndpointName QUICK = new EndpointName("WebTransaction/SpringController/quick (GET)");
    private static final EndpointName LONG = new EndpointName("WebTransaction/SpringController/long (GET)");
    private static final EndpointName LOST = new EndpointName("WebTransaction/SpringController/lost (GET)");

    @TempDir
    private Path folder;

    private SourceIndex index;

    @BeforeEach
    void read() {
        InlineProduct product = new InlineProduct(folder)
                .java("Router", """
                        import org.springframework.context.annotation.*;
                        import org.springframework.web.servlet.function.*;
                        @Configuration
                        class Router {
                            @Bean
                            RouterFunction<ServerResponse> all(Pens pens, Inks inks) {
                                return RouterFunctions.route()
                                        .GET("/quick", request -> ServerResponse.ok().body(pens.one()))
                                        .GET("/long", request -> ServerResponse.ok().body(inks.all()))
                                        .build();
                            }
                        }
                        """)
                .java("Pens", "class Pens {\n    String one() {\n        return \"1\";\n    }\n}\n")
                .java("Inks", """
                        import java.util.*;
                        import org.springframework.jdbc.core.JdbcTemplate;
                        class Inks {
                            private final JdbcTemplate jdbc = new JdbcTemplate();
                            List<String> all() {
                                List<String> all = new ArrayList<>();
                                for (int i = 0; i < 9; i++) {
                                    all.add(jdbc.queryForObject("select name from ink where shade = ?", String.class, i));
                                }
                                return all;
                            }
                        }
                        """)
                .java("Lost", """
                        class LostController {
                            private final Inks inks = new Inks();
                            Object lost() {
                                return inks.all();
                            }
                        }
                        class AuditFilter {
                            void lost() {}
                        }
                        """);
        index = product.index();
    }

    private List<SourceLocation> statements(String sql, EndpointName endpoint) {
        return index.statements(new StatementTarget("ink", "select", sql), endpoint);
    }

    @Test
    void tells_whether_a_lambda_handler_reaches_a_statement() {
        SourceLocation query =
                statements("select name from ink where shade = ?", LONG).get(0);
        assertThat(Shop.shown(query)).isEqualTo("Inks.all:9");
        assertThat(index.reaches(LONG, query)).isTrue();
        assertThat(index.reaches(QUICK, query)).isFalse();
        assertThat(index.reaches(LOST, query)).as("no handler is known").isTrue();
    }

    @Test
    void excludes_a_statement_that_filters_by_another_column() {
        assertThat(statements("select name from ink where shade = ?", LONG)).isNotEmpty();
        assertThat(statements("select name from ink where maker = ?", LONG)).isEmpty();
    }

    @Test
    void tells_that_a_product_maps_no_entities() {
        assertThat(index.traits()).doesNotContain(CodeTrait.JPA_ENTITIES);
        assertThat(Shop.INDEX.traits()).contains(CodeTrait.JPA_ENTITIES);
    }

    @Test
    void takes_the_controller_that_a_span_names_where_no_route_fits() {
        assertThat(index.handlers(LOST)).isEmpty();
        SourceIndex informed = index.withHandler(LOST, "acme.LostController", "lost", 0);
        assertThat(InlineProduct.handlers(informed, LOST.value())).containsExactly("LostController.lost:4");
        assertThat(informed.handlerGap(LOST)).isEmpty();
        assertThat(informed.reaches(
                        LOST,
                        statements("select name from ink where shade = ?", LONG).get(0)))
                .isTrue();
        assertThat(informed.hints(LOST)).isNotEmpty();
        assertThat(InlineProduct.handlers(informed, QUICK.value())).containsExactly("Router.all:9");
    }

    @Test
    void takes_no_class_that_handles_nothing() {
        assertThat(index.withHandler(LOST, "acme.AuditFilter", "lost", 0)).isSameAs(index);
        assertThat(index.withHandler(LOST, "org.library.LostController", "lost", 0))
                .isSameAs(index);
        assertThat(index.withHandler(QUICK, "acme.LostController", "lost", 0))
                .as("the route tells")
                .isSameAs(index);
    }
}
