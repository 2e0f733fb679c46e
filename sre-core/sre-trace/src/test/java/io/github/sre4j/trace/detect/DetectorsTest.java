package io.github.sre4j.trace.detect;

import static io.github.sre4j.trace.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Harmless;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Requests;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TransactionRow;
import io.github.sre4j.trace.call.CallShape;
import io.github.sre4j.trace.call.KnownShapes;
import io.github.sre4j.trace.path.PathResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectorsTest {

    private static final long MS = 1_000_000;

    // repeated statements

    @Test
    void the_same_statement_once_a_row_is_found_with_the_query_before_it() {
        Requests requests = request().span("root", null, 0, 300).query("list", "root", 5, 10, "select id from owners");
        for (int i = 0; i < 10; i++) {
            requests.query("q" + i, "root", 20 + 12 * i, 10, "select * from visits where pet_id = " + i);
        }
        Finding finding = one(requests, FindingKind.N_PLUS_ONE_QUERIES);
        assertThat(finding.material()).isTrue();
        assertThat(finding.count()).isEqualTo(10);
        assertThat(finding.unionNanos()).isEqualTo(100 * MS);
        assertThat(finding.savesUpToNanos()).as("all but one of them").isEqualTo(90 * MS);
        assertThat(finding.subject()).isEqualTo("select * from visits where pet_id = ?");
        assertThat(evidence(finding, Evidence.Key.SOURCE_QUERY).spanIds()).containsExactly("list");
        assertThat(evidence(finding, Evidence.Key.DISTINCT_VALUES).number()).isEqualTo(10);
    }

    @Test
    void repeats_that_take_no_time_are_harmless_and_say_how_long_they_took() {
        Requests requests = request().span("root", null, 0, 300);
        for (int i = 0; i < 20; i++) {
            requests.query("q" + i, "root", 20 + 2 * i, 0.15, "select * from visits where pet_id = ?");
        }
        Finding finding = one(requests, FindingKind.N_PLUS_ONE_QUERIES);
        assertThat(finding.material()).isFalse();
        assertThat(finding.harmless().reason()).isEqualTo(Harmless.Reason.BELOW_TIME_LIMIT);
        assertThat(finding.harmless().actualNanos()).isEqualTo(3 * MS);
        assertThat(finding.savesUpToNanos()).isZero();
    }

    @Test
    void at_the_same_time_repeats_take_as_long_as_the_clock_says_not_their_sum() {
        Requests requests = request().span("root", null, 0, 300);
        for (int i = 0; i < 12; i++) {
            requests.query("q" + i, "root", 20, 20, "select * from visits where pet_id = ?");
        }
        Finding finding = one(requests, FindingKind.N_PLUS_ONE_QUERIES);
        assertThat(finding.unionNanos()).isEqualTo(20 * MS);
        assertThat(finding.sumNanos()).isEqualTo(240 * MS);
        assertThat(finding.material()).isFalse();
    }

    @Test
    void four_of_a_kind_or_five_kinds_are_no_repeats() {
        Requests four = request().span("root", null, 0, 300);
        Requests kinds = request().span("root", null, 0, 300);
        for (int i = 0; i < 5; i++) {
            if (i < 4) {
                four.query("q" + i, "root", 20 + 30 * i, 25, "select * from visits where pet_id = ?");
            }
            kinds.query("q" + i, "root", 20 + 30 * i, 25, "select * from t" + "abcde".charAt(i));
        }
        assertThat(kinds(four)).doesNotContain(FindingKind.N_PLUS_ONE_QUERIES);
        assertThat(kinds(kinds)).doesNotContain(FindingKind.N_PLUS_ONE_QUERIES);
    }

    @Test
    void repeats_below_repeated_methods_are_found_up_to_three_levels_but_not_at_other_depths() {
        Requests nested = request().span("root", null, 0, 900);
        Requests mixed = request().span("root", null, 0, 900);
        for (int i = 0; i < 6; i++) {
            nested.span("m" + i, "root", 20 + 40 * i, 30)
                    .query("q" + i, "m" + i, 22 + 40 * i, 25, "select * from visits where pet_id = ?");
            mixed.span("m" + i, "root", 20 + 40 * i, 30)
                    .span("n" + i, "m" + i, 21 + 40 * i, 28)
                    .query(
                            "q" + i,
                            i < 3 ? "m" + i : "n" + i,
                            22 + 40 * i,
                            25,
                            "select * from visits where pet_id = ?");
        }
        assertThat(one(nested, FindingKind.N_PLUS_ONE_QUERIES).count()).isEqualTo(6);
        assertThat(kinds(mixed)).doesNotContain(FindingKind.N_PLUS_ONE_QUERIES);
    }

    @Test
    void truncated_statements_are_found_with_less_confidence() {
        Requests requests = request().span("root", null, 0, 300);
        for (int i = 0; i < 6; i++) {
            requests.query("q" + i, "root", 20 + 12 * i, 10, "select a, b, c from visits where ...");
        }
        assertThat(one(requests, FindingKind.N_PLUS_ONE_QUERIES).confidence()).isEqualTo(0.7);
    }

    @Test
    void statements_that_take_turns_are_one_cycle() {
        Requests requests = request().span("root", null, 0, 500);
        for (int i = 0; i < 5; i++) {
            requests.query("a" + i, "root", 20 + 30 * i, 10, "select * from orders where id = ?")
                    .query("b" + i, "root", 32 + 30 * i, 10, "select * from items where order_id = ?");
        }
        Finding finding = one(requests, FindingKind.QUERY_CYCLE);
        assertThat(finding.count()).isEqualTo(10);
        assertThat(evidence(finding, Evidence.Key.CYCLES).number()).isEqualTo(5);
        assertThat(kinds(requests)).doesNotContain(FindingKind.N_PLUS_ONE_QUERIES);
    }

    @Test
    void two_groups_one_after_the_other_are_no_cycle() {
        Requests requests = request().span("root", null, 0, 500);
        for (int i = 0; i < 5; i++) {
            requests.query("a" + i, "root", 20 + 20 * i, 15, "select * from orders where id = ?")
                    .query("b" + i, "root", 200 + 20 * i, 15, "select * from items where order_id = ?");
        }
        assertThat(kinds(requests)).contains(FindingKind.N_PLUS_ONE_QUERIES).doesNotContain(FindingKind.QUERY_CYCLE);
    }

    @Test
    void a_saving_is_never_more_than_the_request_would_gain() {
        Requests requests = request().span("root", null, 0, 200).call("beside", "root", 10, 80, "GET", "/a", 200);
        requests.span("list", "root", 10, 160);
        for (int i = 0; i < 10; i++) {
            requests.query("q" + i, "list", 12 + 15 * i, 14, "select * from visits where pet_id = ?");
        }
        Finding finding = one(requests, FindingKind.N_PLUS_ONE_QUERIES);
        assertThat(finding.unionNanos()).isEqualTo(140 * MS);
        assertThat(finding.savesUpToNanos())
                .as("the branch beside still takes 80 ms")
                .isEqualTo(80 * MS);
    }

    // caches

    @Test
    void cache_reads_key_by_key_are_a_class_of_their_own() {
        Requests requests = request().span("root", null, 0, 300);
        for (int i = 0; i < 10; i++) {
            requests.cache("c" + i, "root", 20 + 5 * i, 3, "GET user:" + i);
        }
        assertThat(one(requests, FindingKind.REPEATED_CACHE_READS).material()).isTrue();
        assertThat(kinds(requests)).doesNotContain(FindingKind.N_PLUS_ONE_QUERIES);
    }

    @Test
    void cache_writes_and_quick_reads_are_not_told_as_a_problem() {
        Requests writes = request().span("root", null, 0, 300);
        Requests quick = request().span("root", null, 0, 300);
        for (int i = 0; i < 10; i++) {
            writes.cache("c" + i, "root", 20 + 5 * i, 3, "SET user:" + i);
            quick.cache("c" + i, "root", 20 + 5 * i, 0.3, "GET user:" + i);
        }
        assertThat(kinds(writes)).doesNotContain(FindingKind.REPEATED_CACHE_READS);
        assertThat(one(quick, FindingKind.REPEATED_CACHE_READS).material()).isFalse();
    }

    // calls

    @Test
    void the_same_call_with_other_ids_is_a_repeated_call() {
        Requests requests = request().span("root", null, 0, 900);
        for (int i = 0; i < 6; i++) {
            requests.call("c" + i, "root", 20 + 50 * i, 45, "GET", "/stock/" + (1000 + 7 * i), 200);
        }
        Finding finding = one(requests, FindingKind.REPEATED_HTTP_CALLS);
        assertThat(finding.subject()).isEqualTo("GET stock/stock/*");
        assertThat(finding.material()).isTrue();
        assertThat(kinds(requests)).doesNotContain(FindingKind.SERIAL_HTTP_CALLS);
    }

    @Test
    void calls_at_the_same_time_that_cost_no_more_than_the_slowest_are_harmless() {
        Requests requests = request().span("root", null, 0, 900);
        for (int i = 0; i < 6; i++) {
            requests.call("c" + i, "root", 20 + i, 200, "GET", "/stock/" + (1000 + 7 * i), 200);
        }
        assertThat(one(requests, FindingKind.REPEATED_HTTP_CALLS).harmless().reason())
                .isEqualTo(Harmless.Reason.ALREADY_CONCURRENT);
    }

    @Test
    void a_long_call_is_slow_and_one_beside_the_path_is_harmless() {
        Finding slow = one(
                request().span("root", null, 0, 900).call("c", "root", 20, 800, "GET", "/a", 200),
                FindingKind.SLOW_EXTERNAL_CALL);
        assertThat(slow.savesUpToNanos()).isEqualTo(800 * MS);
        Finding beside = one(
                request()
                        .span("root", null, 0, 900)
                        .query("q", "root", 10, 880, "select 1")
                        .call("c", "root", 20, 600, "GET", "/a", 200),
                FindingKind.SLOW_EXTERNAL_CALL);
        assertThat(beside.harmless().reason()).isEqualTo(Harmless.Reason.OFF_CRITICAL_PATH);
        assertThat(kinds(request().span("root", null, 0, 900).call("c", "root", 20, 400, "GET", "/a", 200)))
                .doesNotContain(FindingKind.SLOW_EXTERNAL_CALL);
    }

    @Test
    void a_slow_call_explained_by_what_its_callee_did_does_not_count_twice() {
        Requests requests = request()
                .span("root", null, 0, 900)
                .call("c", "root", 20, 800, "GET", "/a", 200)
                .span("s", "c", "stock", "GET /a", 22, 790, span -> span.kind(SpanKind.SERVER))
                .span("q", "s", "stock", "query", 30, 770, Requests.sql("select * from a"));
        assertThat(one(requests, FindingKind.SLOW_QUERY).material()).isTrue();
        Finding call = one(requests, FindingKind.SLOW_EXTERNAL_CALL);
        assertThat(call.harmless().reason()).isEqualTo(Harmless.Reason.COVERED_BY_OTHER);
        assertThat(evidence(call, Evidence.Key.CALLEE_PART).spanIds()).containsExactly("q");
    }

    // slow statements

    @Test
    void a_slow_statement_is_told_beside_others_on_its_table() {
        Finding slow = one(
                request().span("root", null, 0, 900).query("q", "root", 10, 600, "select * from a where b like ?"),
                FindingKind.SLOW_QUERY);
        assertThat(slow.savesUpToNanos()).as("down to 50 ms").isEqualTo(550 * MS);
        assertThat(evidence(slow, Evidence.Key.PLAN).text()).isEqualTo("unknown");
        assertThat(kinds(request().span("root", null, 0, 900).query("q", "root", 10, 150, "select * from a")))
                .doesNotContain(FindingKind.SLOW_QUERY);
    }

    // retries, polling

    @Test
    void failed_attempts_cost_themselves_and_the_waits_between() {
        Finding finding = one(
                request()
                        .span("root", null, 0, 900)
                        .call("one", "root", 10, 100, "GET", "/a", 503)
                        .call("two", "root", 210, 100, "GET", "/a", 503)
                        .call("three", "root", 510, 100, "GET", "/a", 200),
                FindingKind.RETRIES);
        assertThat(finding.unionNanos()).isEqualTo(500 * MS);
        assertThat(evidence(finding, Evidence.Key.FAILED_ATTEMPTS).number()).isEqualTo(2);
        assertThat(evidence(finding, Evidence.Key.BACK_OFF).text()).isEqualTo("growing");
        assertThat(evidence(finding, Evidence.Key.RECOVERED).number()).isEqualTo(1);
    }

    @Test
    void attempts_without_a_wait_have_no_back_off() {
        Finding finding = one(
                request()
                        .span("root", null, 0, 900)
                        .call("one", "root", 10, 100, "GET", "/a", 503)
                        .call("two", "root", 110.2, 100, "GET", "/a", 503)
                        .call("three", "root", 210.4, 100, "GET", "/a", 503),
                FindingKind.RETRIES);
        assertThat(evidence(finding, Evidence.Key.BACK_OFF).text()).isEqualTo("none");
        assertThat(evidence(finding, Evidence.Key.RECOVERED).number()).isZero();
    }

    @Test
    void polling_is_no_retry_and_retries_are_no_polling() {
        Requests polls = request().span("root", null, 0, 900);
        for (int i = 0; i < 5; i++) {
            polls.call("p" + i, "root", 10 + 120 * i, 20, "GET", "/jobs/7", 202);
        }
        assertThat(kinds(polls))
                .contains(FindingKind.POLLING)
                .doesNotContain(FindingKind.RETRIES, FindingKind.REPEATED_HTTP_CALLS, FindingKind.SERIAL_HTTP_CALLS);
        Requests attempts = request().span("root", null, 0, 900);
        for (int i = 0; i < 5; i++) {
            attempts.call("p" + i, "root", 10 + 120 * i, 20, "GET", "/jobs/7", 500);
        }
        assertThat(kinds(attempts))
                .contains(FindingKind.RETRIES)
                .doesNotContain(FindingKind.POLLING, FindingKind.REPEATED_HTTP_CALLS);
    }

    // waits, transactions, gaps

    @Test
    void waiting_for_a_connection_is_told_where_a_span_says_so() {
        Finding finding = one(
                request()
                        .span("root", null, 0, 900)
                        .span(
                                "pool",
                                "root",
                                "shop",
                                "HikariDataSource/getConnection",
                                10,
                                300,
                                span -> span.category(SpanCategory.CONNECTION)),
                FindingKind.POOL_OR_LOCK_WAIT);
        assertThat(finding.material()).isTrue();
        assertThat(one(
                                request()
                                        .span("root", null, 0, 900)
                                        .span(
                                                "pool",
                                                "root",
                                                "shop",
                                                "HikariDataSource/getConnection",
                                                10,
                                                20,
                                                span -> span.category(SpanCategory.CONNECTION)),
                                FindingKind.POOL_OR_LOCK_WAIT)
                        .material())
                .isFalse();
        assertThat(kinds(request().span("root", null, 0, 900)))
                .as("time that nothing explains is never called a lock")
                .doesNotContain(FindingKind.POOL_OR_LOCK_WAIT);
    }

    @Test
    void a_remote_call_inside_an_open_transaction_needs_a_span_that_shows_it() {
        Requests inside = request()
                .span("root", null, 0, 900)
                .span(
                        "tx",
                        "root",
                        "shop",
                        "TransactionInterceptor/invoke",
                        10,
                        800,
                        span -> span.category(SpanCategory.TRANSACTION))
                .query("q", "tx", 20, 10, "select * from a")
                .call("c", "tx", 40, 300, "GET", "/a", 200)
                .query("r", "tx", 400, 10, "update a set b = ?");
        Requests statements = request()
                .span("root", null, 0, 900)
                .span("begin", "root", "shop", "begin", 10, 1, tx("begin"))
                .call("c", "root", 40, 300, "GET", "/a", 200)
                .span("commit", "root", "shop", "commit", 400, 1, tx("commit"));
        Requests unknown = request()
                .span("root", null, 0, 900)
                .query("q", "root", 20, 10, "select * from a")
                .call("c", "root", 40, 300, "GET", "/a", 200)
                .query("r", "root", 400, 10, "update a set b = ?");
        assertThat(kinds(inside)).contains(FindingKind.REMOTE_CALL_IN_TRANSACTION);
        assertThat(kinds(statements)).contains(FindingKind.REMOTE_CALL_IN_TRANSACTION);
        assertThat(kinds(unknown)).doesNotContain(FindingKind.REMOTE_CALL_IN_TRANSACTION);
    }

    @Test
    void a_call_after_the_commit_is_outside() {
        assertThat(kinds(request()
                        .span("root", null, 0, 900)
                        .span("begin", "root", "shop", "begin", 10, 1, tx("begin"))
                        .span("commit", "root", "shop", "commit", 30, 1, tx("commit"))
                        .call("c", "root", 40, 300, "GET", "/a", 200)
                        .span("other", "root", "shop", "commit", 400, 1, tx("commit"))))
                .doesNotContain(FindingKind.REMOTE_CALL_IN_TRANSACTION);
    }

    @Test
    void own_time_on_the_path_is_a_gap_and_a_call_is_not() {
        Finding gap = one(
                request()
                        .span("root", null, 0, 900)
                        .span("work", "root", 10, 880)
                        .query("q", "work", 20, 20, "select 1"),
                FindingKind.UNINSTRUMENTED_GAP);
        assertThat(gap.spanIds()).containsExactly("work");
        assertThat(gap.unionNanos()).isEqualTo(860 * MS);
        assertThat(kinds(request().span("root", null, 0, 900).call("c", "root", 5, 890, "GET", "/a", 200)))
                .doesNotContain(FindingKind.UNINSTRUMENTED_GAP);
    }

    @Test
    void waiting_before_the_request_is_told_by_the_row_or_by_the_gap_to_the_callee() {
        Requests row = request()
                .span(
                        "root",
                        null,
                        "shop",
                        "r",
                        0,
                        900,
                        span -> span.transaction("g").kind(SpanKind.SERVER))
                .row(row("g", 900, 200, -1));
        Requests gap = request()
                .span("root", null, 0, 900)
                .call("c", "root", 10, 500, "GET", "/a", 200)
                .span("s", "c", "stock", "GET /a", 310, 190, span -> span.kind(SpanKind.SERVER));
        Requests none = request()
                .span("root", null, 0, 900)
                .call("c", "root", 10, 500, "GET", "/a", 200)
                .span("s", "c", "stock", "GET /a", 11, 490, span -> span.kind(SpanKind.SERVER));
        assertThat(one(row, FindingKind.QUEUEING).unionNanos()).isEqualTo(200 * MS);
        assertThat(one(gap, FindingKind.QUEUEING).unionNanos()).isEqualTo(300 * MS);
        assertThat(kinds(none)).doesNotContain(FindingKind.QUEUEING);
    }

    @Test
    void garbage_collection_is_told_only_where_the_row_tells_of_it() {
        Requests much = request()
                .span(
                        "root",
                        null,
                        "shop",
                        "r",
                        0,
                        900,
                        span -> span.transaction("g").entryPoint(true).kind(SpanKind.SERVER))
                .row(row("g", 900, 0, 400));
        Requests little = request()
                .span(
                        "root",
                        null,
                        "shop",
                        "r",
                        0,
                        900,
                        span -> span.transaction("g").entryPoint(true).kind(SpanKind.SERVER))
                .row(row("g", 900, 0, 30));
        assertThat(one(much, FindingKind.GC_PAUSE).material()).isTrue();
        assertThat(one(little, FindingKind.GC_PAUSE).material()).isFalse();
        assertThat(kinds(request().span("root", null, 0, 900))).doesNotContain(FindingKind.GC_PAUSE);
    }

    @Test
    void the_first_request_after_a_start_is_told() {
        Requests cold = request()
                .span("root", null, 0, 4000)
                .span(
                        "init",
                        "root",
                        "shop",
                        "Java/org.springframework.web.servlet.DispatcherServlet/init",
                        5,
                        10,
                        any -> {});
        assertThat(one(cold, FindingKind.COLD_START).material()).isTrue();
        assertThat(kinds(request().span("root", null, 0, 4000))).doesNotContain(FindingKind.COLD_START);
    }

    @Test
    void large_responses_are_told_where_their_size_is_reported() {
        Requests large = request()
                .span("root", null, 0, 900)
                .span(
                        "c",
                        "root",
                        10,
                        300,
                        span -> span.kind(SpanKind.CLIENT)
                                .category(SpanCategory.HTTP)
                                .http(new HttpCall("GET", "stock", "/a", null, true, 200, null, 5_000_000, 0)));
        assertThat(one(large, FindingKind.LARGE_PAYLOAD).material()).isTrue();
        assertThat(kinds(request().span("root", null, 0, 900).call("c", "root", 10, 300, "GET", "/a", 200)))
                .doesNotContain(FindingKind.LARGE_PAYLOAD);
    }

    @Test
    void many_calls_are_chatty_unless_other_findings_explain_them() {
        Requests chatty = request().span("root", null, 0, 900);
        Requests explained = request().span("root", null, 0, 900);
        for (int i = 0; i < 40; i++) {
            String letters = "" + (char) ('a' + i % 26) + (char) ('a' + i / 26);
            chatty.query("q" + i, "root", 10 + 20 * i, 15, "select * from " + letters);
            explained.query("q" + i, "root", 10 + 20 * i, 15, "select * from a where id = ?");
        }
        assertThat(kinds(chatty)).contains(FindingKind.CHATTY);
        assertThat(kinds(explained)).contains(FindingKind.N_PLUS_ONE_QUERIES).doesNotContain(FindingKind.CHATTY);
    }

    @Test
    void a_quick_plain_request_has_no_finding() {
        assertThat(find(request()
                        .span("root", null, 0, 30)
                        .query("q", "root", 5, 3, "select * from a")
                        .call("c", "root", 10, 10, "GET", "/a", 200)))
                .isEmpty();
    }

    private static java.util.function.Consumer<io.github.sre4j.trace.SpanBuilder> tx(String word) {
        return span -> span.kind(SpanKind.CLIENT)
                .category(SpanCategory.TRANSACTION)
                .statement(new io.github.sre4j.trace.Statement(word, "postgresql", null, null, word, false));
    }

    private static TransactionRow row(String guid, long millis, long queueMillis, long gcMillis) {
        return new TransactionRow(
                guid,
                "t1",
                "shop",
                "WebTransaction/SpringController/a (GET)",
                Requests.at(0),
                millis * MS,
                millis * MS,
                0,
                0,
                queueMillis * MS,
                0,
                0,
                gcMillis < 0 ? -1 : gcMillis * MS,
                false,
                200,
                "GET",
                "/a",
                true);
    }

    static List<Finding> find(Requests requests) {
        Trace trace = requests.trace();
        return Detectors.DEFAULT.find(
                new DetectionContext(trace, PathResult.of(trace), new CallShape(new KnownShapes())));
    }

    private static List<FindingKind> kinds(Requests requests) {
        return find(requests).stream().map(Finding::kind).toList();
    }

    static Finding one(Requests requests, FindingKind kind) {
        List<Finding> found = find(requests).stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
        assertThat(found)
                .as("findings of kind " + kind + " among " + find(requests))
                .hasSize(1);
        return found.get(0);
    }

    static Evidence evidence(Finding finding, Evidence.Key key) {
        Optional<Evidence> evidence =
                finding.evidence().stream().filter(fact -> fact.key() == key).findFirst();
        assertThat(evidence).as(key + " in " + finding.evidence()).isPresent();
        return evidence.orElseThrow();
    }
}
