package io.github.sre4j.advisor.evidence.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileEvidenceTest {

    private static final Window WINDOW = new Window(Instant.ofEpochMilli(1_000_000), Instant.ofEpochMilli(2_000_000));
    private static final EndpointName NAME = new EndpointName("WebTransaction/SpringController/orders/{id} (GET)");

    @TempDir
    Path folder;

    private EndpointEvidence evidence() throws Exception {
        EvidenceQuestion question = new EvidenceQuestion(NAME, Duration.ofSeconds(1), true, 4, 8);
        return new EventFileEvidence(folder, "orders")
                .drillDown(List.of(question), WINDOW)
                .get(0);
    }

    @Test
    void slow_and_failed_requests_are_found_however_their_json_is_written() throws Exception {
        Files.writeString(folder.resolve("Transaction.ndjson"), """
                {"name":"WebTransaction\\/SpringController\\/orders\\/{id} (GET)","guid":"a","timestamp":1500000,"duration":2.5,"appName":"orders"}
                { "duration" : 3, "guid" : "b", "appName" : "orders", "timestamp" : 1500001, "name" : "WebTransaction/SpringController/orders/{id} (GET)", "error" : true }
                {"name":"WebTransaction/SpringController/orders/{id} (GET)","guid":"c","timestamp":1500002,"duration":0.5,"appName":"orders"}
                {"name":"WebTransaction/SpringController/orders/{id} (GET)","guid":"d","timestamp":9500003,"duration":9,"appName":"orders"}
                {"name":"WebTransaction/SpringController/orders/{id} (GET)","guid":"e","timestamp":1500004,"duration":9,"appName":"other"}
                {"name":"WebTransaction/SpringController/orders (GET)","guid":"f","timestamp":1500005,"duration":9,"appName":"orders"}
                no JSON, orders/{id} (GET)
                """);
        EndpointEvidence found = evidence();
        assertThat(found.slowRequests().orElseThrow().requests())
                .extracting(each -> each.seconds())
                .containsExactly(2.5, 3.0);
        // Half of the requests left an event, so each stands for two.
        assertThat(found.slowRequests().orElseThrow().requests())
                .allSatisfy(each -> assertThat(each.weight()).isEqualTo(2));
        assertThat(found.failedRequests().orElseThrow().count()).isEqualTo(1);
        assertThat(found.failedRequests().orElseThrow().firstAt()).contains(Instant.ofEpochMilli(1_500_001));
    }

    @Test
    void of_a_trace_through_several_services_only_what_lies_below_the_endpoint_is_taken() throws Exception {
        String span =
                "{\"traceId\":\"t1\",\"guid\":\"%s\",\"transactionId\":\"%s\"%s,\"name\":\"%s\",\"timestamp\":%d,\"duration\":%s,\"appName\":\"%s\"%s}\n";
        String entry = ",\"nr.entryPoint\":true,\"transaction.name\":\"%s\"";
        Files.writeString(
                folder.resolve("Span.ndjson"),
                span.formatted(
                                "1",
                                "shop",
                                "",
                                "shop",
                                1_500_000,
                                "5",
                                "shop",
                                entry.formatted("WebTransaction/Uri/shop"))
                        + span.formatted(
                                "2",
                                "orders",
                                ",\"parentId\":\"1\"",
                                "orders",
                                1_500_100,
                                "4",
                                "orders",
                                entry.formatted(NAME.value()))
                        + span.formatted("3", "orders", ",\"parentId\":\"2\"", "query", 1_500_200, "3", "orders", "")
                        + span.formatted("4", "shop", ",\"parentId\":\"1\"", "aside", 1_500_200, "1", "shop", ""));
        EndpointEvidence found = evidence();
        assertThat(found.slow())
                .singleElement()
                .satisfies(trace ->
                        assertThat(trace.spans()).extracting(each -> each.id()).containsExactlyInAnyOrder("2", "3"));
        assertThat(found.normal()).isEmpty();
    }
}
