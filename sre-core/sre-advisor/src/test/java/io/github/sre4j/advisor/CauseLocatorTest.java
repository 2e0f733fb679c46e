package io.github.sre4j.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.HandlerGap;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.sli.EndpointName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CauseLocatorTest {

    private static final EndpointName HISTORY = new EndpointName("WebTransaction/SpringController/history (GET)");
    private static final SourceLocation LINES = place("Order.java", 39, "lines");

    @Test
    void the_loop_that_reads_an_association_explains_statements_on_the_table_at_its_other_end() {
        CodeHint loop = new CodeHint(CodeHint.Kind.LAZY_READ_IN_LOOP, place("OrderHistoryService.java", 23, "lines"));
        CauseLocator.Located located =
                new CauseLocator(new Shop(List.of(loop))).locate(repeatedly("order_lines"), HISTORY);
        assertThat(located.places()).containsExactly(LINES);
        assertThat(located.hints()).containsExactly(loop);
        assertThat(located.cause().facts())
                .extracting(Fact::key, fact -> fact.values().get(0))
                .contains(org.assertj.core.groups.Tuple.tuple("hint-lazy-read-in-loop", "OrderHistoryService.java:23"));
    }

    @Test
    void a_loop_that_reads_another_association_explains_nothing() {
        CodeHint other = new CodeHint(CodeHint.Kind.LAZY_READ_IN_LOOP, place("Notes.java", 7, "notes"));
        assertThat(new CauseLocator(new Shop(List.of(other)))
                        .locate(repeatedly("order_lines"), HISTORY)
                        .hints())
                .isEmpty();
    }

    @Test
    void begins_at_the_handler_where_it_reaches_no_place() {
        Unreached index = new Unreached(0.32, true);
        CauseLocator.Located located = new CauseLocator(index).locate(repeatedly("order_lines"), HISTORY);
        assertThat(located.exact()).isFalse();
        assertThat(located.places()).containsExactly(LINES);
        assertThat(located.cause().facts())
                .extracting(Fact::key, Fact::values)
                .containsExactly(tuple("elsewhere", List.of("Batch.java:9")));
    }

    @Test
    void leaves_out_a_weak_match_that_the_handler_does_not_reach() {
        assertThat(new CauseLocator(new Unreached(0.2, true))
                        .locate(repeatedly("order_lines"), HISTORY)
                        .cause()
                        .facts())
                .isEmpty();
    }

    @Test
    void tells_why_an_endpoint_has_no_handler() {
        CauseLocator.Located located =
                new CauseLocator(new Unreached(0.32, false)).locate(repeatedly("order_lines"), HISTORY);
        assertThat(located.places()).isEmpty();
        assertThat(located.cause().facts())
                .extracting(Fact::key, Fact::values)
                .containsExactly(tuple("handler-gap", List.of("UNREAD_FILE", "Routes.groovy")));
    }

    /** Knows a statement in a method that the handler does not reach. */
    private record Unreached(double score, boolean handled) implements SourceIndex {

        @Override
        public List<SourceLocation> handlers(EndpointName endpoint) {
            return handled ? List.of(LINES) : List.of();
        }

        @Override
        public Optional<HandlerGap> handlerGap(EndpointName endpoint) {
            return handled
                    ? Optional.empty()
                    : Optional.of(new HandlerGap(HandlerGap.Kind.UNREAD_FILE, "Routes.groovy"));
        }

        @Override
        public List<SourceLocation> statements(StatementTarget statement, EndpointName endpoint) {
            return List.of(new SourceLocation(
                    "Batch.java", 9, 8, 10, "shop.Batch", "run", score, SourceRule.QUERY, Map.of(), null));
        }

        @Override
        public boolean reaches(EndpointName endpoint, SourceLocation place) {
            return false;
        }
    }

    private static Cause repeatedly(String table) {
        return new Cause(
                CauseKind.N_PLUS_ONE_QUERIES,
                "select " + table,
                new Target.Query(new StatementTarget(table, "select", null)),
                List.of(),
                1,
                40);
    }

    private static SourceLocation place(String file, int line, String field) {
        return new SourceLocation(
                file,
                line,
                line,
                line,
                "shop." + file.replace(".java", ""),
                null,
                0.8,
                SourceRule.ENTITY_FIELD,
                Map.of(SourceName.ENTITY, "Order", SourceName.FIELD, field, SourceName.TABLE, "orders"),
                null);
    }

    /** Knows the collection behind every statement. */
    private record Shop(List<CodeHint> hints) implements SourceIndex {

        @Override
        public List<SourceLocation> statements(StatementTarget statement, EndpointName endpoint) {
            return List.of(LINES);
        }

        @Override
        public List<CodeHint> hints(EndpointName endpoint) {
            return hints;
        }
    }
}
