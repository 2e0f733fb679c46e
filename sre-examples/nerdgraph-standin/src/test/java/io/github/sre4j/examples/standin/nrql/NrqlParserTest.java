package io.github.sre4j.examples.standin.nrql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NrqlParserTest {
    private static final int ROUNDS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void what_is_printed_parses_to_the_same_tree(long seed) {
        RandomQueries queries = new RandomQueries(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Query query = queries.query();
            String printed = NrqlPrinter.print(query);
            assertThat(NrqlParser.parse(printed)).as(printed).isEqualTo(query);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void mutilated_queries_fail_with_a_syntax_error_or_not_at_all(long seed) {
        Random random = new Random(seed);
        RandomQueries queries = new RandomQueries(seed);
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder(NrqlPrinter.print(queries.query()));
            for (int cut = random.nextInt(4); cut >= 0; cut--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, (char) random.nextInt(0x3000));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, "'()[],`\\*/-:%=<>!".charAt(random.nextInt(17)));
                }
            }
            onlySyntaxErrors(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void noise_fails_with_a_syntax_error_or_not_at_all(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "SELECT " : "");
            random.ints(random.nextInt(60), 0, 0xFFFF).forEach(c -> text.append((char) c));
            onlySyntaxErrors(text.toString());
        }
    }

    private static void onlySyntaxErrors(String text) {
        try {
            assertThat(NrqlParser.parse(text)).isNotNull();
        } catch (NrqlSyntaxException e) {
            assertThat(e).hasMessageStartingWith("NRQL Syntax Error: Error at line ");
            assertThat(e.position()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "NOT ", "if(", "x[", "a.b(", "1+", "x IN ("})
    void endless_nesting_is_a_syntax_error(String piece) {
        assertThatThrownBy(() -> NrqlParser.parse("SELECT count(*) FROM T WHERE " + piece.repeat(100_000)))
                .isInstanceOf(NrqlSyntaxException.class);
    }

    @Test
    void thousands_of_functions_are_no_nesting() {
        String many = "count(*)" + ", filter(count(*), WHERE (a = 1))".repeat(2_000);
        assertThat(NrqlParser.parse("SELECT " + many + " FROM T")).isInstanceOf(Query.class);
    }

    @Test
    void thousands_of_alternatives_are_no_nesting() {
        String many = "x = 1" + " OR x = 1".repeat(5_000);
        assertThat(NrqlParser.parse("SELECT count(*) FROM T WHERE " + many)).isInstanceOf(Query.class);
    }

    @Test
    void the_position_of_an_error_counts_in_its_own_line() {
        assertThatThrownBy(() -> NrqlParser.parse("SELECT count(*)\n  FRM Transaction"))
                .hasMessage("NRQL Syntax Error: Error at line 2 position 3, unexpected 'FRM'");
    }

    @Test
    void keywords_have_no_case_and_clauses_no_order() {
        assertThat(NrqlParser.parse("from T limit max select count(*) since 1 hour AGO where a is not null"))
                .isEqualTo(NrqlParser.parse("SELECT count(*) FROM T WHERE a IS NOT NULL SINCE 1 hours ago LIMIT 5000"));
    }

    @Test
    void a_clause_stands_only_once() {
        assertThatThrownBy(() -> NrqlParser.parse("SELECT a FROM T LIMIT 1 LIMIT 2"))
                .hasMessage("NRQL Syntax Error: Error at line 1 position 25, unexpected 'LIMIT'");
    }
}
