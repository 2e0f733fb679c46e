package io.github.sre4j.examples.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.examples.standin.collector.Collector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent's harvest goes in by the agent's protocol and comes out by NRQL. */
class CollectorTest {
    private NerdGraphEmulator standin;
    private Collector collector;
    private HttpClient agent;

    @BeforeEach
    void start() throws Exception {
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT.withAccount(7).withCollector(0));
        collector = standin.collector().orElseThrow();
        agent = HttpClient.newBuilder().sslContext(trusting()).build();
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    private SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(collector.certificate())) {
            trusted.setCertificateEntry(
                    "it", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private JsonNode call(String method, String run, String payload) throws IOException, InterruptedException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(payload.getBytes(StandardCharsets.UTF_8));
        }
        URI uri = URI.create("https://127.0.0.1:" + collector.port() + "/agent_listener/invoke_raw_method?method="
                + method + "&license_key=" + "0".repeat(40) + "&marshal_format=json&protocol_version=17&run_id=" + run);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()))
                .build();
        return Client.MAPPER
                .readTree(agent.send(request, BodyHandlers.ofString()).body())
                .path("return_value");
    }

    @Test
    void what_an_agent_sends_is_asked_for_over_nerdgraph() throws Exception {
        assertThat(call("preconnect", "", "[{\"high_security\":false}]")
                        .path("redirect_host")
                        .asText())
                .isEqualTo("127.0.0.1");
        JsonNode connected = call(
                "connect",
                "",
                "[{\"app_name\":[\"orders\"],\"host\":\"h1\","
                        + "\"event_harvest_config\":{\"harvest_limits\":{\"analytic_event_data\":1200}}}]");
        assertThat(connected
                        .at("/event_harvest_config/harvest_limits/analytic_event_data")
                        .asInt())
                .isEqualTo(100);
        assertThat(connected.path("collect_traces").asBoolean()
                        && connected.path("collect_errors").asBoolean())
                .isTrue();
        String run = connected.path("agent_run_id").asText();
        call(
                "analytic_event_data",
                run,
                "[\"" + run
                        + "\",{\"reservoir_size\":100,\"events_seen\":1},[[{\"type\":\"Transaction\",\"name\":\"WebTransaction/SpringController/a"
                        + " (GET)\",\"duration\":0.25,\"timestamp\":1000},{\"tenant\":\"x\"},{\"http.statusCode\":200}]]]");
        call(
                "span_event_data",
                run,
                "[\"" + run
                        + "\",{},[[{\"type\":\"Span\",\"name\":\"s\",\"guid\":\"g\",\"traceId\":\"t\",\"duration\":0.1,\"timestamp\":1000},{},{}]]]");
        call(
                "error_event_data",
                run,
                "[\"" + run
                        + "\",{},[[{\"type\":\"TransactionError\",\"error.class\":\"E\",\"timestamp\":1000},{},{}]]]");
        call(
                "custom_event_data",
                run,
                "[\"" + run + "\",{},[[{\"type\":\"Order\",\"timestamp\":1000},{\"amount\":3},{}]]]");
        call(
                "log_event_data",
                run,
                "[{\"common\":{\"attributes\":{\"hostname\":\"h1\"}}},{\"logs\":[{\"message\":\"m\",\"timestamp\":1000,\"attributes\":{\"tag\":\"y\"}}]}]");
        call(
                "metric_data",
                run,
                "[\"" + run
                        + "\",0,60,[[{\"name\":\"WebTransaction/SpringController/a"
                        + " (GET)\"},[4,2.0,2.0,0.1,1.0,1.5]]]]");
        assertThat(call("shutdown", run, "[]").isNull()).isTrue();

        Client client = new Client(standin);
        String always = " SINCE 0 UNTIL 100000";
        assertThat(client.nrql("SELECT appName, tenant, http.statusCode AS status, host, transactionType FROM"
                                + " Transaction"
                                + always)
                        .toString())
                .isEqualTo(
                        "[{\"timestamp\":1000,\"appName\":\"orders\",\"tenant\":\"x\",\"status\":200,\"host\":\"h1\",\"transactionType\":\"Web\"}]");
        String guid = connected.path("entity_guid").asText();
        assertThat(client.nrql("SELECT count(*) AS n FROM Span WHERE entity.guid = '" + guid + "' AND trace.id = 't'"
                                + always)
                        .at("/0/n")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.nrql("SELECT error.class FROM TransactionError" + always)
                        .at("/0/error.class")
                        .asText())
                .isEqualTo("E");
        assertThat(client.nrql("SELECT sum(amount) AS s FROM `Order`" + always)
                        .at("/0/s")
                        .asDouble())
                .isEqualTo(3);
        assertThat(client.nrql("SELECT message, tag FROM Log" + always)
                        .at("/0/tag")
                        .asText())
                .isEqualTo("y");
        assertThat(client.nrql("SELECT count(apm.service.transaction.duration) AS n FROM Metric WHERE appName ="
                                + " 'orders'"
                                + always)
                        .at("/0/n")
                        .asInt())
                .isEqualTo(4);
        assertThat(client.ask(
                                "{ actor { entitySearch(query: \"name = 'orders'\") { results { entities { guid"
                                        + " accountId } } } } }",
                                Map.of())
                        .at("/data/actor/entitySearch/results/entities/0/guid")
                        .asText())
                .isEqualTo(guid);
    }

    @Test
    void an_agent_that_connects_again_with_what_it_was_granted_is_granted_no_less() throws Exception {
        String first =
                "[{\"app_name\":[\"orders\"],\"event_harvest_config\":{\"harvest_limits\":{\"span_event_data\":6000}}}]";
        int granted = call("connect", "", first)
                .at("/span_event_harvest_config/harvest_limit")
                .asInt();
        String again = first.replace("6000", String.valueOf(granted));
        assertThat(granted).isEqualTo(6000);
        assertThat(call("connect", "", again)
                        .at("/span_event_harvest_config/harvest_limit")
                        .asInt())
                .isEqualTo(granted);
    }

    @Test
    void a_payload_that_is_no_json_costs_nothing_but_itself() throws Exception {
        assertThat(call("metric_data", "run-1", "{oops").isNull()).isTrue();
        assertThat(call("get_agent_commands", "run-1", "[]").isArray()).isTrue();
    }
}
