package io.github.sre4j.trace.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanBuilder;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallShapeTest {

    private final KnownShapes known = new KnownShapes();
    private final CallShape shapes = new CallShape(known);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "select * from t where id = 5                | select * from t where id = ?",
                "SELECT  *\t FROM t WHERE a='it''s' and b=-7 | select * from t where a=? and b=-?",
                "select 1.5e3, x1, col_2 from t1             | select ?, x1, col_2 from t1",
                "select * from t where id in (1, 2,3 , 4)    | select * from t where id in (?)",
                "insert into t values (1,'a'),(2,'b')        | insert into t values (?),(?)",
                "select * from t where a = $1 and b = :name  | select * from t where a = ? and b = ?",
                "select a::int from t where b = ?3           | select a::int from t where b = ?",
                "select /* trace 1 */ a -- why               | select a",
                "select \"Order\".`Line No` from \"Order\"   | select \"Order\".`Line No` from \"Order\"",
                "select 名前 from 顧客 where 番号 = 12       | select 名前 from 顧客 where 番号 = ?",
                "select * from t where n = 'cut off her      | select * from t where n = ?",
                "begin                                       | begin",
            })
    void a_statement_is_compared_without_its_values(String sql, String shape) {
        assertThat(shapes.of(query(sql))).isEqualTo(shape);
        assertThat(StatementShape.of(sql)).isEqualTo(shape);
    }

    @Test
    void a_shape_is_its_own_shape_and_never_longer_than_the_statement() {
        Random random = new Random(7);
        String[] parts = {
            "select ",
            "WHERE",
            "a.id",
            "?",
            ", ",
            "5",
            "1.5e3",
            "'x'",
            "'it''s'",
            "\"Name\"",
            "`t`",
            "--c\n",
            "/* x */",
            "$1",
            ":name",
            "::",
            "(",
            ")",
            " in (",
            "\n",
            "名前",
            "ＡＢ",
            "é",
            "-",
            "x1",
            "_9",
            "$",
            "0x1F"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder sql = new StringBuilder();
            for (int part = random.nextInt(12); part > 0; part--) {
                sql.append(' ').append(parts[random.nextInt(parts.length)]);
            }
            String shape = StatementShape.of(sql.toString());
            assertThat(shape.length()).isLessThanOrEqualTo(sql.length());
            assertThat(StatementShape.of(shape)).as(sql.toString()).isEqualTo(shape);
        }
    }

    @Test
    void calls_of_one_shape_get_one_object() {
        String first = shapes.of(query("select * from t where id = 5"));
        shapes.of(query("select * from other"));

        assertThat(shapes.of(query("select * from t where id = 6"))).isSameAs(first);
        assertThat(new CallShape(known).of(query("select * from t where id = 7")))
                .isSameAs(first);
    }

    @Test
    void values_are_told_apart_where_they_are_there() {
        List<Long> values = List.of("Aa", "BB", "C#", "aA").stream()
                .map(value -> {
                    shapes.of(query("select * from t where id = '" + value + "'"));
                    assertThat(shapes.valuesKnown()).isTrue();
                    return shapes.values();
                })
                .toList();

        assertThat(values).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select * from t where id = ?", "select * from t where id = $1", "select * from t where id = :id"
            })
    void values_behind_placeholders_are_not_known(String sql) {
        shapes.of(query(sql));

        assertThat(shapes.valuesKnown()).isFalse();
    }

    @Test
    void more_shapes_than_are_remembered_are_still_right() {
        for (int i = 0; i < 20_000; i++) {
            assertThat(shapes.of(query("select c" + i + " from t where id = 5")))
                    .isEqualTo("select c" + i + " from t where id = ?");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/owners/42/pets/7, /owners/*/pets/*",
        "/v1/users/me, /v1/users/me",
        "/orders/order-1042, /orders/*",
        "/files/6f1c2a9b4d, /files/*",
        "/x/123e4567-e89b-12d3-a456-426614174000/y, /x/*/y",
        "/t/a1b2c3d4e5f6g7h8i9, /t/*",
        "/, /",
        "//5//, //*//",
    })
    void a_path_is_compared_without_its_ids(String path, String template) {
        HttpCall call = new HttpCall("GET", "shop", path, null, false, 200, null, -1, 0);

        assertThat(shapes.of(span(SpanCategory.HTTP).http(call).build())).isEqualTo("GET shop" + template);
        assertThat(PathTemplate.of(path)).isEqualTo(template);
    }

    @Test
    void a_command_to_a_cache_is_compared_by_system_and_verb() {
        Span span = span(SpanCategory.CACHE)
                .statement(new Statement("GET user:1", "Redis", null, null, "get", false))
                .build();

        assertThat(shapes.of(span)).isEqualTo("redis get");
    }

    private static Span query(String sql) {
        return span(SpanCategory.DATABASE)
                .statement(new Statement(sql, "postgresql", null, null, null, false))
                .build();
    }

    private static SpanBuilder span(SpanCategory category) {
        return Span.builder("1", "shop", "call").kind(SpanKind.CLIENT).category(category);
    }
}
