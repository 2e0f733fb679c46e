package io.github.sre4j.examples.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities and traces, as they are found in events. */
class EntitiesAndTracesTest {
    private static final String GUID = "N3xBUE18QVBQTElDQVRJT058MQ";

    private NerdGraphEmulator standin;
    private Client client;

    private void start(StandinOptions options) throws IOException {
        standin = NerdGraphEmulator.start(options);
        client = new Client(standin);
    }

    @BeforeEach
    void start() throws Exception {
        start(NerdGraphEmulatorTest.options());
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    @Test
    void entities_come_from_the_events_and_names_match_loosely() throws Exception {
        standin.add(
                "Transaction", List.of(Map.of("timestamp", 1_795_341_000_000L, "appName", "shop-admin", "name", "x")));
        JsonNode found = client.ask(
                        "query($s: String) { actor { entitySearch(query: $s) { count results { nextCursor entities {"
                                + " guid name accountId domain type entityType reporting ... on ApmApplicationEntityOutline { language } } } } } }",
                        Map.of("s", "name = 'SHOP' AND accountId = 7 AND domain = 'APM' AND type IN ('APPLICATION')"))
                .at("/data/actor/entitySearch");
        assertThat(found.at("/count").intValue()).isEqualTo(2);
        assertThat(found.at("/results/entities/0").toString())
                .isEqualTo(
                        "{\"guid\":\"" + GUID + "\",\"name\":\"shop\",\"accountId\":7,"
                                + "\"domain\":\"APM\",\"type\":\"APPLICATION\",\"entityType\":\"APM_APPLICATION_ENTITY\",\"reporting\":true,\"language\":\"java\"}");
        assertThat(found.at("/results/entities/1/name").textValue()).isEqualTo("shop-admin");
    }

    @Test
    void an_application_without_a_guid_gets_one_that_its_events_carry() throws Exception {
        standin.add(
                "Transaction", List.of(Map.of("timestamp", 1_795_341_000_000L, "appName", "shop-admin", "name", "x")));
        String guid = client.ask(
                        "{ actor { entitySearch(query: \"name = 'shop-admin'\") { results { entities { guid } } } } }")
                .at("/data/actor/entitySearch/results/entities/0/guid")
                .textValue();
        assertThat(client.nrql("SELECT count(*) AS n FROM Transaction WHERE entityGuid = '" + guid + "'")
                        .at("/0/n")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void a_service_of_open_telemetry_is_an_entity_of_its_own_kind() throws Exception {
        String guid = "N3xFWFR8U0VSVklDRXw5";
        standin.add(
                "Span",
                List.of(
                        Map.of("timestamp", 1_000, "appName", "shop", "entity.guid", GUID, "guid", "a", "traceId", "t"),
                        Map.of(
                                "timestamp",
                                1_000,
                                "service.name",
                                "stock",
                                "entity.guid",
                                guid,
                                "id",
                                "b",
                                "trace.id",
                                "t",
                                "duration.ms",
                                250,
                                "span.kind",
                                "server")));
        assertThat(client.ask(
                                "query($g: EntityGuid!) { actor { entity(guid: $g) { name domain type entityType __typename } } }",
                                Map.of("g", guid))
                        .at("/data/actor/entity")
                        .toString())
                .isEqualTo("{\"name\":\"stock\",\"domain\":\"EXT\",\"type\":\"SERVICE\","
                        + "\"entityType\":\"THIRD_PARTY_SERVICE_ENTITY\",\"__typename\":\"ThirdPartyServiceEntity\"}");
        JsonNode trace = client.ask(
                        "{ actor { distributedTracing { trace(traceId: \"t\", timestamp: 1795335410657) { entityCount spans { id durationMs } } } } }")
                .at("/data/actor/distributedTracing/trace");
        assertThat(trace.at("/entityCount").intValue()).isEqualTo(2);
        assertThat(trace.at("/spans").findValuesAsText("durationMs")).contains("250.0");
    }

    @Test
    void searches_are_paged_by_cursor() throws Exception {
        standin.add(
                "Transaction", List.of(Map.of("timestamp", 1, "appName", "b"), Map.of("timestamp", 1, "appName", "c")));
        String document =
                "query($c: String) { actor { entitySearch(query: \"\", options: {limit: 2}) { results(cursor: $c) { nextCursor entities { name } } } } }";
        JsonNode first = client.ask(document).at("/data/actor/entitySearch/results");
        assertThat(first.at("/entities")).hasSize(2);
        JsonNode second = client.ask(
                        document, Map.of("c", first.at("/nextCursor").textValue()))
                .at("/data/actor/entitySearch/results");
        assertThat(second.at("/entities")).hasSize(1);
        assertThat(second.at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void an_entity_is_found_by_guid_and_queried() throws Exception {
        JsonNode entity = client.ask(
                        "query($g: EntityGuid!) { actor { entity(guid: $g) { name nrdbQuery(nrql: \"SELECT count(*) FROM Transaction\") { results } }"
                                + " none: entity(guid: \"x\") { name } accounts { id } user { id } } }",
                        Map.of("g", GUID))
                .at("/data/actor");
        assertThat(entity.at("/entity/nrdbQuery/results/0/count").intValue()).isEqualTo(7);
        assertThat(entity.at("/none").isNull()).isTrue();
        assertThat(entity.at("/accounts/0/id").intValue()).isEqualTo(7);
    }

    @Test
    void a_trace_comes_in_milliseconds() throws Exception {
        Map<String, Object> root = new LinkedHashMap<>(Map.of(
                "timestamp",
                1_000,
                "duration",
                0.5,
                "guid",
                "a",
                "traceId",
                "t",
                "name",
                "root",
                "entity.guid",
                GUID,
                "appName",
                "shop"));
        root.put("nr.entryPoint", true);
        standin.add(
                "Span",
                List.of(
                        root,
                        Map.of(
                                "timestamp",
                                1_100,
                                "duration",
                                0.25,
                                "guid",
                                "b",
                                "parentId",
                                "a",
                                "traceId",
                                "t",
                                "name",
                                "select",
                                "category",
                                "datastore")));
        JsonNode trace = client.ask(
                        "{ actor { distributedTracing { trace(traceId: \"t\") { id durationMs backendDurationMs entityCount timestamp"
                                + " entities { name } spanConnections { parent child } spans { id parentId durationMs clientType processBoundary attributes } }"
                                + " none: trace(traceId: \"u\") { id } } } }")
                .at("/data/actor/distributedTracing");
        assertThat(trace.at("/trace/durationMs").doubleValue()).isEqualTo(500);
        assertThat(trace.at("/trace/spanConnections").toString()).isEqualTo("[{\"parent\":\"a\",\"child\":\"b\"}]");
        assertThat(trace.at("/trace/spans/0/processBoundary").textValue()).isEqualTo("ENTRY");
        assertThat(trace.at("/trace/spans/1/clientType").textValue()).isEqualTo("DATASTORE");
        assertThat(trace.at("/trace/entities/0/name").textValue()).isEqualTo("shop");
        assertThat(trace.at("/none").isNull()).isTrue();
    }
}
