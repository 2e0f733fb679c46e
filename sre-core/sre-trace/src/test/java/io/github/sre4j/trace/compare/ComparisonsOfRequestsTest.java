package io.github.sre4j.trace.compare;

import static io.github.sre4j.trace.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.RandomRequests;
import io.github.sre4j.trace.Requests;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.render.ComparisonStory;
import io.github.sre4j.trace.render.json.JsonComparison;
import io.github.sre4j.trace.story.TraceAnalyzer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonsOfRequestsTest {

    private static final Texts EN = Texts.of("en");

    @Test
    void of_two_requests_the_largest_change_of_time_is_told_first() {
        PairComparison pair = compare(shop(2, 30, "1.9"), shop(20, 30, "2.0"));
        assertThat(pair.parts().get(0)).satisfies(part -> {
            assertThat(part.name()).isEqualTo("select * from items where id = ?");
            assertThat(part.firstCount()).isEqualTo(2);
            assertThat(part.secondCount()).isEqualTo(20);
            assertThat(part.secondNanos() - part.firstNanos()).isEqualTo(180_000_000);
        });
        assertThat(pair.attributes()).containsExactly(new PairComparison.AttributeChange("version", "1.9", "2.0"));
        assertThat(ComparisonStory.of(pair).terminal(EN, 4_000))
                .containsSubsequence(
                        "took 60 ms",
                        "took 240 ms",
                        "select * from items where id = ?: 2× and 20 ms in the first, 20× and 200 ms in the second",
                        "version: 1.9 in the first, 2.0 in the second");
    }

    @Test
    void what_only_one_of_two_requests_does_is_told() {
        TraceData plain = request()
                .span("root", null, 0, 100)
                .span("work", "root", 10, 80)
                .data();
        TraceData withAudit = request()
                .span("root", null, 0, 150)
                .span("work", "root", 10, 80)
                .span("x", "root", "shop", "audit", 95, 50, any -> {})
                .data();
        assertThat(ComparisonStory.of(compare(plain, withAudit)).terminal(EN, 4_000))
                .contains("Only in the second: audit (1×, 50 ms)");
        assertThat(ComparisonStory.of(compare(withAudit, plain)).terminal(EN, 4_000))
                .contains("Only in the first: audit (1×, 50 ms)");
    }

    @Test
    void a_request_does_not_differ_from_itself() {
        PairComparison pair = compare(shop(5, 30, "1.9"), shop(5, 30, "1.9"));
        assertThat(pair.parts()).isEmpty();
        assertThat(ComparisonStory.of(pair).terminal(EN, 80)).contains("have the same structure");
    }

    @Test
    void over_all_parts_the_changes_of_time_sum_to_the_change_of_the_duration() {
        for (long seed = 0; seed < 100; seed++) {
            FeatureReader reader = new FeatureReader();
            RequestFeatures one = reader.of(TraceAnalyzer.DEFAULT.analyse(RandomRequests.wellFormed(seed)));
            RequestFeatures other = reader.of(TraceAnalyzer.DEFAULT.analyse(RandomRequests.wellFormed(seed + 1)));
            assertThat(sum(one)).isEqualTo(one.durationNanos());
            assertThat(sum(other)).isEqualTo(other.durationNanos());
        }
    }

    private static long sum(RequestFeatures request) {
        return request.pathNanos().values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void slow_requests_that_ask_row_by_row_are_told_from_normal_ones() {
        FeatureReader reader = new FeatureReader();
        List<RequestFeatures> requests = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            requests.add(reader.of(TraceAnalyzer.DEFAULT.analyse(
                    i % 10 == 0 ? shop(30, 5 + i % 7, "1.9") : shop(2, 5 + i % 7, "1.9"))));
        }
        Cohorts.Split split = Cohorts.DEFAULT.slowest(requests);
        CohortComparison result = Cohorts.DEFAULT.compare(split.slow(), split.normal());
        String told = ComparisonStory.of("GET /items", split, result).terminal(EN, 4_000);
        assertThat(told)
                .contains("select * from items where id = ?: 30× in slow requests (median), 2× in normal ones;"
                        + " more than the latter in 30 of 30 slow requests (100%), in 0 of 150 normal ones (0%)");
        assertThat(ComparisonStory.of("GET /items", split, result).terminal(Texts.of("ja"), 80))
                .contains("GET /items");
        assertThat(JsonComparison.of("GET /items", split, result)).contains("\"slowWith\" : 30");
    }

    @Test
    void ids_times_and_secrets_are_no_features() {
        Map<String, String> attributes = new HashMap<>(Map.of(
                "guid",
                "a",
                "transactionId",
                "b",
                "timestamp",
                "1",
                "duration",
                "2",
                "duration.ms",
                "2",
                "priority",
                "1.2",
                "request.uri",
                "/a/1",
                "enduser.id",
                "7",
                "thread.id",
                "5"));
        attributes.put("mail", "jane@example.com");
        TraceData data = request()
                .span("root", null, 0, 100, span -> span.attributes(attributes))
                .data();
        RequestFeatures features = new FeatureReader().of(TraceAnalyzer.DEFAULT.analyse(data));
        assertThat(features.attributes())
                .containsOnly(Map.entry("mail", "[email-1]"), Map.entry("host (shop)", "shop-host"));
    }

    private static PairComparison compare(TraceData first, TraceData second) {
        FeatureReader reader = new FeatureReader();
        TraceAnalysis one = TraceAnalyzer.DEFAULT.analyse(first);
        TraceAnalysis other = TraceAnalyzer.DEFAULT.analyse(second);
        return PairComparison.of(reader.of(one), reader.of(other));
    }

    private static TraceData shop(int queries, int own, String version) {
        Requests requests = request()
                .span("root", null, 0, 10 + own + queries * 10, span -> span.attributes(Map.of("version", version)))
                .span("work", "root", 5, own + queries * 10);
        for (int i = 0; i < queries; i++) {
            requests.query("q" + i, "work", 5 + own + i * 10, 10, "select * from items where id = " + i);
        }
        return requests.data();
    }
}
