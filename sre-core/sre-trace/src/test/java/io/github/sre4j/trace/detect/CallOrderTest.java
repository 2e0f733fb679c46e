package io.github.sre4j.trace.detect;

import static io.github.sre4j.trace.Requests.request;
import static io.github.sre4j.trace.detect.DetectorsTest.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Harmless;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Independence.Reason;
import io.github.sre4j.trace.Independence.Verdict;
import io.github.sre4j.trace.Requests;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanKind;
import org.junit.jupiter.api.Test;

class CallOrderTest {

    private static final long MS = 1_000_000;

    @Test
    void calls_whose_values_were_all_known_before_are_independent() {
        Finding finding = serial("GET", "/prices", "GET", "/stock", "GET", "/reviews");
        assertThat(finding.independence().verdict()).isEqualTo(Verdict.INDEPENDENT);
        assertThat(finding.material()).isTrue();
        assertThat(finding.confidence()).isEqualTo(1);
        assertThat(finding.savesUpToNanos()).as("the longest remains").isEqualTo(400 * MS);
    }

    @Test
    void a_growing_page_is_dependent_and_nothing_to_change() {
        Finding finding = serial("GET", "/orders?page=1", "GET", "/orders?page=2", "GET", "/orders?page=3");
        assertThat(finding.independence().verdict()).isEqualTo(Verdict.DEPENDENT);
        assertThat(finding.independence().reason()).isEqualTo(Reason.PAGING);
        assertThat(finding.harmless().reason()).isEqualTo(Harmless.Reason.DEPENDENT);
        assertThat(finding.savesUpToNanos()).isZero();
    }

    @Test
    void any_number_that_grows_in_equal_steps_is_paging() {
        assertThat(serial("GET", "/o?x=0", "GET", "/o?x=50", "GET", "/o?x=100")
                        .independence()
                        .reason())
                .isEqualTo(Reason.PAGING);
        assertThat(serial("GET", "/o?x=7", "GET", "/o?x=3", "GET", "/o?x=9")
                        .independence()
                        .reason())
                .as("numbers in no order are ids")
                .isEqualTo(Reason.ID_FROM_EARLIER_CALL);
    }

    @Test
    void a_cursor_that_appears_after_the_first_call_is_dependent() {
        assertThat(serial("GET", "/o?q=a", "GET", "/o?q=a&cursor=f3", "GET", "/o?q=a&cursor=9z")
                        .independence()
                        .reason())
                .isEqualTo(Reason.TOKEN);
    }

    @Test
    void writes_keep_their_order() {
        assertThat(serial("GET", "/cart", "POST", "/orders", "GET", "/stock")
                        .independence()
                        .reason())
                .isEqualTo(Reason.WRITE);
    }

    @Test
    void an_id_that_the_request_did_not_hold_makes_it_unknown() {
        Finding finding = serial("GET", "/customers", "GET", "/orders/4711", "GET", "/reviews");
        assertThat(finding.independence().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.independence().reason()).isEqualTo(Reason.ID_FROM_EARLIER_CALL);
        assertThat(finding.confidence()).isEqualTo(0.5);
    }

    @Test
    void an_id_that_the_request_did_hold_is_known_before() {
        Requests requests = request()
                .span(
                        "root",
                        null,
                        "shop",
                        "GET",
                        0,
                        700,
                        span -> span.kind(SpanKind.SERVER)
                                .entryPoint(true)
                                .http(new HttpCall("GET", null, "/orders/4711", null, true, 200, null, -1, 0)))
                .call("a", "root", 10, 200, "GET", "/prices/4711", 200)
                .call("b", "root", 211, 200, "GET", "/stock/4711", 200);
        assertThat(one(requests, FindingKind.SERIAL_HTTP_CALLS).independence().verdict())
                .isEqualTo(Verdict.INDEPENDENT);
    }

    @Test
    void without_verb_or_query_nobody_can_tell() {
        assertThat(one(
                                twoCalls(new HttpCall(null, "stock", "/a", null, true, 200, null, -1, 0)),
                                FindingKind.SERIAL_HTTP_CALLS)
                        .independence()
                        .reason())
                .isEqualTo(Reason.VERB_UNKNOWN);
        assertThat(one(
                                twoCalls(new HttpCall("GET", "stock", "/a", null, false, 200, null, -1, 0)),
                                FindingKind.SERIAL_HTTP_CALLS)
                        .independence()
                        .reason())
                .isEqualTo(Reason.QUERY_NOT_REPORTED);
    }

    @Test
    void work_between_the_calls_may_be_work_on_the_earlier_answer() {
        Requests requests = request()
                .span("root", null, 0, 900)
                .call("a", "root", 10, 200, "GET", "/prices", 200)
                .call("b", "root", 260, 200, "GET", "/stock", 200);
        assertThat(one(requests, FindingKind.SERIAL_HTTP_CALLS).independence().reason())
                .isEqualTo(Reason.WORK_BETWEEN);
    }

    @Test
    void statements_of_one_store_share_a_connection() {
        Requests requests = request()
                .span("root", null, 0, 900)
                .query("a", "root", 10, 180, "select * from prices")
                .query("b", "root", 195, 180, "select * from stock");
        assertThat(one(requests, FindingKind.SERIAL_QUERIES).independence().reason())
                .isEqualTo(Reason.SAME_CONNECTION);
    }

    private static Requests twoCalls(HttpCall call) {
        return request()
                .span("root", null, 0, 900)
                .span(
                        "a",
                        "root",
                        10,
                        200,
                        span -> span.kind(SpanKind.CLIENT)
                                .category(SpanCategory.HTTP)
                                .http(call))
                .call("b", "root", 211, 200, "GET", "/b", 200);
    }

    private static Finding serial(String... verbsAndPaths) {
        Requests requests = request().span("root", null, 0, 900);
        for (int i = 0; i < verbsAndPaths.length; i += 2) {
            requests.call("c" + i, "root", 10 + 100.5 * i, 200, verbsAndPaths[i], verbsAndPaths[i + 1], 200);
        }
        return one(requests, FindingKind.SERIAL_HTTP_CALLS);
    }
}
