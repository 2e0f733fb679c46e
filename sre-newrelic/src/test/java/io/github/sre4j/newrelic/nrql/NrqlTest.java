package io.github.sre4j.newrelic.nrql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NrqlTest {

    private static final Instant FROM = Instant.ofEpochMilli(1_795_334_440_000L);

    @Test
    void a_query_says_everything_and_fixes_its_window() {
        Nrql query = Nrql.from("Transaction")
                .select("n", Aggregate.count())
                .select("s", Aggregate.count().where(Condition.above(new Attribute("duration"), new BigDecimal("0.3"))))
                .where(Condition.equal(new Attribute("appName"), "it's"))
                .where(Condition.isNotNull(new Attribute("name")))
                .facet(new Attribute("name"))
                .between(FROM, FROM.plusSeconds(60));
        assertThat(query.text())
                .isEqualTo(
                        "SELECT count(*) AS 'n', filter(count(*), WHERE duration > 0.3) AS 's' FROM Transaction WHERE (appName = 'it\\'s' AND"
                                + " name IS NOT NULL) FACET name LIMIT MAX SINCE 1795334440000 UNTIL 1795334500000");
    }

    @Test
    void rows_are_asked_for_as_they_are_or_something_is_computed() {
        Nrql rows = Nrql.from("Span").where(Condition.equal(new Attribute("entity.guid"), "x"));
        assertThat(rows.rows(Nrql.LIMIT_MAX).between(FROM, FROM.plusMillis(1)).text())
                .isEqualTo(
                        "SELECT * FROM Span WHERE entity.guid = 'x' LIMIT MAX SINCE 1795334440000 UNTIL 1795334440001");
        assertThat(rows.between(FROM, FROM.plusMillis(1)).rows(50).text())
                .isEqualTo(
                        "SELECT * FROM Span WHERE entity.guid = 'x' LIMIT 50 SINCE 1795334440000 UNTIL 1795334440001");
        assertThatThrownBy(() -> rows.select("n", Aggregate.count()).rows(50))
                .hasMessage("rows are selected as they are, or something is computed from them");
        assertThatThrownBy(() -> rows.rows(50).select("n", Aggregate.count()))
                .hasMessage("rows are selected as they are, or something is computed from them");
    }

    @Test
    void any_text_survives_the_way_into_a_query_and_back() {
        Random random = new Random(9);
        String telling = "'\\\"`%_{}()$#*/ \n\r\t;-日本\uD83D\uDE80é\u007f\u202e";
        int[] points = telling.codePoints().toArray();
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.appendCodePoint(
                        random.nextInt(3) == 0 ? 'a' + random.nextInt(26) : points[random.nextInt(points.length)]);
            }
            String nrql =
                    Condition.equal(new Attribute("name"), text.toString()).nrql();
            assertThat(nrql).startsWith("name = '");
            assertThat(literal(nrql.substring("name = ".length()))).isEqualTo(text.toString());
        }
    }

    @Test
    void whole_queries_come_back_from_a_reader_of_its_own() {
        Random random = new Random(17);
        for (int i = 0; i < 5_000; i++) {
            Said condition = condition(random, 3);
            Said filter = condition(random, 1);
            String facet = name(random);
            Nrql query = Nrql.from("Transaction")
                    .select("n", Aggregate.count())
                    .select("s", Aggregate.count().where(filter.condition()))
                    .where(condition.condition())
                    .facet(new Attribute(facet))
                    .between(FROM, FROM.plusMillis(i));
            NrqlReader read = new NrqlReader(query.text());
            assertThat(read.items.keySet()).as(query.text()).containsExactly("n", "s");
            assertThat(read.from).isEqualTo("Transaction");
            assertThat(read.where).as(query.text()).isEqualTo(condition.meaning());
            assertThat(read.facet).isEqualTo(facet);
            assertThat(read.rest)
                    .isEqualTo(Map.of(
                            "LIMIT",
                            "MAX",
                            "SINCE",
                            Long.toString(FROM.toEpochMilli()),
                            "UNTIL",
                            Long.toString(FROM.toEpochMilli() + i)));
        }
    }

    /** A condition, and what it means in the words of the reader. */
    private record Said(Condition condition, String meaning) {}

    private static Said condition(Random random, int depth) {
        String name = name(random);
        Attribute attribute = new Attribute(name);
        String text = text(random);
        String shown = NrqlReader.shown(name);
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> new Said(Condition.equal(attribute, text), "=(" + shown + "," + NrqlReader.shown(text) + ")");
            case 1 -> {
                String other = text(random);
                yield new Said(
                        Condition.in(attribute, List.of(text, other)),
                        "in(" + shown + "," + NrqlReader.shown(text) + "," + NrqlReader.shown(other) + ")");
            }
            case 2 -> new Said(Condition.isTrue(attribute), "isTRUE(" + shown + ")");
            case 3 -> new Said(Condition.isNotNull(attribute), "isNotNULL(" + shown + ")");
            case 4 -> new Said(Condition.above(attribute, new BigDecimal("0.25")), ">(" + shown + ",0.25)");
            case 5 -> {
                Said left = condition(random, depth - 1);
                Said right = condition(random, depth - 1);
                yield new Said(
                        left.condition().and(right.condition()), "and(" + left.meaning() + "," + right.meaning() + ")");
            }
            default -> {
                Said left = condition(random, depth - 1);
                Said right = condition(random, depth - 1);
                yield new Said(
                        left.condition().or(right.condition()), "or(" + left.meaning() + "," + right.meaning() + ")");
            }
        };
    }

    /** Names of transactions, applications and hosts as they are, and worse. */
    private static String text(Random random) {
        List<String> real = List.of(
                "WebTransaction/SpringController/owners/{ownerId}/pets/* (GET)",
                "OtherTransaction/Java/demo.App$$SpringCGLIB$$0/run",
                "100%_of/'quoted' \\ names",
                "O'Brien & Söhne; 株式会社",
                "') OR 1=1 --",
                "SELECT",
                "ip-10-0-0-1.eu-west-1.compute.internal",
                "\\'",
                "");
        String telling = "'\\\"`%_{}()$#*/ \n\r\t;-日本\uD83D\uDE80é\u007f\u202e,=";
        if (random.nextBoolean()) {
            return real.get(random.nextInt(real.size()));
        }
        int[] points = telling.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.appendCodePoint(
                    random.nextInt(3) == 0 ? 'a' + random.nextInt(26) : points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    private static String name(Random random) {
        return List.of("name", "http.statusCode", "limit", "my-key", "9lives", "two words", "it's", "AND")
                .get(random.nextInt(8));
    }

    @Test
    void what_nrql_cannot_express_is_refused() {
        assertThatThrownBy(() -> Condition.equal(new Attribute("name"), "a\u0000b"))
                .hasMessage("NRQL cannot express the character U+0000 at position 2 of a text");
        assertThatThrownBy(() -> Condition.equal(new Attribute("name"), "\uD800"))
                .hasMessageContaining("U+D800");
        assertThatThrownBy(() -> new Attribute("a`b")).hasMessage("NRQL cannot express the attribute name 'a?b'");
        assertThatThrownBy(() -> Condition.in(new Attribute("a"), List.of()))
                .hasMessage("NRQL cannot express a choice among nothing");
        assertThatThrownBy(() -> Nrql.from("Transaction; DROP")).hasMessage("'Transaction; DROP' is not an event type");
        assertThatThrownBy(() -> Nrql.from("Transaction").select("p95.x", Aggregate.count()))
                .hasMessage("'p95.x' cannot be an alias here");
        assertThatThrownBy(() ->
                        Nrql.from("Transaction").select("n", Aggregate.count()).text())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void attributes_are_quoted_where_they_must_be() {
        assertThat(new Attribute("http.statusCode").nrql()).isEqualTo("http.statusCode");
        assertThat(new Attribute("my-key").nrql()).isEqualTo("`my-key`");
        assertThat(new Attribute("limit").nrql()).isEqualTo("`limit`");
        assertThat(new Attribute("9lives").nrql()).isEqualTo("`9lives`");
    }

    @Test
    void seconds_are_written_without_exponent_and_exactly() {
        assertThat(Nrql.seconds(Duration.ofMillis(300)).toPlainString()).isEqualTo("0.3");
        assertThat(Nrql.seconds(Duration.ofNanos(1)).toPlainString()).isEqualTo("0.000000001");
        assertThat(Literal.number(Nrql.seconds(Duration.ofSeconds(100)))).isEqualTo("100");
    }

    /** Reads a literal as the lexer of NRQL does: backslash takes the next character, the quote ends it. */
    private static String literal(String text) {
        assertThat(text.charAt(0)).isEqualTo('\'');
        StringBuilder value = new StringBuilder();
        int i = 1;
        while (text.charAt(i) != '\'') {
            if (text.charAt(i) == '\\') {
                i++;
            }
            value.append(text.charAt(i++));
        }
        assertThat(i).as("the literal ends where the text does").isEqualTo(text.length() - 1);
        return value.toString();
    }
}
