package io.github.sre4j.trace.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.trace.HttpCall;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpCallsOfRowsTest {

    @Test
    void a_question_mark_that_the_agent_encoded_still_parts_path_and_query() {
        HttpCall call = call("http://tracking.acme.internal:8090/shipments/7/scans%3Fcursor=b&size=10");
        assertThat(call.path()).isEqualTo("/shipments/7/scans");
        assertThat(call.query()).isEqualTo("cursor=b&size=10");
        assertThat(call.queryReported()).isTrue();
    }

    @Test
    void an_encoded_question_mark_that_begins_no_parameter_is_part_of_the_path() {
        HttpCall call = call("http://docs.acme.internal/pages/why%3F");
        assertThat(call.path()).isEqualTo("/pages/why%3F");
        assertThat(call.query()).isNull();
        assertThat(call.queryReported()).isFalse();
    }

    @Test
    void a_real_question_mark_comes_first() {
        HttpCall call = call("http://docs.acme.internal/pages?q=a%3Fb=c");
        assertThat(call.path()).isEqualTo("/pages");
        assertThat(call.query()).isEqualTo("q=a%3Fb=c");
    }

    private static HttpCall call(String url) {
        NewRelicRows rows = new NewRelicRows();
        rows.add(
                "Span",
                Map.of(
                        "traceId", "t",
                        "guid", "s",
                        "name", "External/x/CommonsHttp/execute",
                        "timestamp", 1_000,
                        "duration", 0.1,
                        "category", "http",
                        "span.kind", "client",
                        "http.url", url));
        HttpCall call = rows.trace("t").spans().get(0).http();
        assertThat(call).isNotNull();
        return call;
    }
}
