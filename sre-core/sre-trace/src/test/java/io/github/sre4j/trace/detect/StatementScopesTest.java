package io.github.sre4j.trace.detect;

import static io.github.sre4j.trace.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Requests;
import io.github.sre4j.trace.story.StoryLine;
import io.github.sre4j.trace.story.TraceAnalyzer;
import io.github.sre4j.trace.story.TraceStory;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of statements that are repeated, which fetch rows one by one and which do not. */
class StatementScopesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from a where id = ?                                      | N_PLUS_ONE_QUERIES",
                "select * from a where pet_id = ? order by at limit 1              | N_PLUS_ONE_QUERIES",
                "select * from a where kind in ('x', 'y') and id = ?               | N_PLUS_ONE_QUERIES",
                "select * from a where id in (?, ?, ?, ?, ?)                       | CHUNKED_READS",
                "select * from a where id in (?)                                   | CHUNKED_READS",
                "select * from a where array_contains(?, id)                       | CHUNKED_READS",
                "select * from a where id = any(?)                                 | CHUNKED_READS",
                "select * from a where id = ANY ($1)                               | CHUNKED_READS",
                "select * from a where user_id = ? order by id limit 100 offset ?  | PAGED_READS",
                "select * from a order by id limit ?, ?                            | PAGED_READS",
                "select * from a order by id offset ? rows fetch next ? rows only  | PAGED_READS",
                "select * from a where id > ? order by id limit 500                | PAGED_READS",
                "insert into a (x) values (?)                                      | REPEATED_WRITES",
                "update a set x = ? where id = ?                                   | REPEATED_WRITES",
                "delete from a where id = ?                                        | REPEATED_WRITES",
                "insert into a (x) values (?), (?), (?)                            | BATCHED_WRITES",
                "delete from a where id in (?, ?, ?)                               | BATCHED_WRITES",
            })
    void a_repeat_is_what_its_statement_asks_for(String sql, FindingKind kind) {
        assertThat(finding(repeats(sql)).kind()).isEqualTo(kind);
    }

    @Test
    void the_rows_of_chunks_are_counted() {
        String list = IntStream.range(0, 500).mapToObj(i -> "?").collect(Collectors.joining(","));
        Finding finding = finding(repeats("select * from item where id in (" + list + ")"));
        assertThat(finding.evidence())
                .filteredOn(fact -> fact.key() == Evidence.Key.ROWS)
                .singleElement()
                .satisfies(fact -> assertThat(fact.number()).isEqualTo(3_000));
    }

    @Test
    void the_size_that_an_agent_reports_makes_a_write_a_batch() {
        Requests requests = request().span("root", null, 0, 900);
        for (int i = 0; i < 6; i++) {
            requests.span("q" + i, "root", 20 + 130 * i, 120, span -> {
                Requests.sql("insert into item (a) values (?)").accept(span);
                span.attributes(Map.of("db.operation.batch.size", "500"));
            });
        }
        assertThat(finding(requests).kind()).isEqualTo(FindingKind.BATCHED_WRITES);
    }

    @Test
    void nobody_is_told_to_fetch_what_is_written_or_read_at_once_already() {
        for (String sql : new String[] {
            "insert into a (x) values (?)",
            "select * from a where id in (?, ?, ?, ?)",
            "select * from a order by id limit 10 offset ?"
        }) {
            TraceStory story = TraceAnalyzer.DEFAULT.read(repeats(sql).data());
            assertThat(story.lines(StoryLine.Part.NEXT))
                    .extracting(StoryLine::key)
                    .doesNotContain("next.n-plus-one-queries");
        }
    }

    @Test
    void a_repeat_counts_however_far_below_the_entry_each_statement_lies() {
        Requests requests = request().span("root", null, 0, 900);
        for (int i = 0; i < 6; i++) {
            String above = "root";
            for (int level = 0; level < 5; level++) {
                String id = "m" + i + "-" + level;
                requests.span(id, above, 20 + 130 * i, 121 - level);
                above = id;
            }
            requests.query("q" + i, above, 20 + 130 * i, 110, "select * from a where id = ?");
        }
        Finding finding = finding(requests);
        assertThat(finding.kind()).isEqualTo(FindingKind.N_PLUS_ONE_QUERIES);
        assertThat(finding.count()).isEqualTo(6);
        assertThat(finding.confidence()).as("they share the entry alone").isLessThan(1);
    }

    private static Requests repeats(String sql) {
        Requests requests = request().span("root", null, 0, 900);
        for (int i = 0; i < 6; i++) {
            requests.query("q" + i, "root", 20 + 130 * i, 120, sql);
        }
        return requests;
    }

    private static Finding finding(Requests requests) {
        return TraceAnalyzer.DEFAULT.analyse(requests.data()).findings().stream()
                .filter(each -> each.count() == 6 && each.kind() != FindingKind.SERIAL_QUERIES)
                .findFirst()
                .orElseThrow();
    }
}
