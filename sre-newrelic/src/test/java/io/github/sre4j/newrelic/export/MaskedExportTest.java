package io.github.sre4j.newrelic.export;

import static io.github.sre4j.newrelic.export.Exports.UNTIL;
import static io.github.sre4j.newrelic.export.Exports.request;
import static io.github.sre4j.newrelic.export.Exports.rows;
import static io.github.sre4j.newrelic.export.Exports.run;
import static io.github.sre4j.newrelic.export.Exports.text;
import static io.github.sre4j.newrelic.export.Exports.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.events.EventFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canaries in every place where personal data and secrets have been seen. */
class MaskedExportTest {

    private static final String TRACE = "9f932067b7c8dc3bad75b8bb1f778efb";

    @TempDir
    Path folder;

    private NerdGraphEmulator standin;

    @BeforeEach
    void start() throws Exception {
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT.withAccount(7));
        Map<String, Object> transaction = new LinkedHashMap<>(transaction(UNTIL.minusSeconds(9), "5b1f778efb9f9320"));
        transaction.put("request.uri", "/orders?customer=CANARY1");
        transaction.put("request.headers.host", "CANARY2.example");
        transaction.put("request.headers.userAgent", "CANARY3/1.0");
        transaction.put("request.headers.referer", "https://shop.example/CANARY4");
        transaction.put("response.headers.contentType", "text/html");
        transaction.put("request.parameters.card", "CANARY5");
        transaction.put("enduser.id", "CANARY6");
        transaction.put("userId", 471_100_007L);
        transaction.put("user.email", "CANARY7");
        transaction.put("basketOwner", "CANARY8@mail.example");
        transaction.put("peer", "203.0.113.77");
        transaction.put("request.headers.xForwardedFor", "203.0.113.77");
        transaction.put("note", "pan 4111111111111111, jwt eyJhbGciOi.eyJDQU5.CANARY9");
        transaction.put("X-Api-Key", "CANARY10");
        transaction.put("traceId", TRACE);
        transaction.put("http.statusCode", 200);
        transaction.put("CANARY11@mail.example", "as a name");
        standin.add("Transaction", List.of(transaction));
        standin.add(
                "TransactionError",
                List.of(new LinkedHashMap<>(Map.of(
                        "timestamp",
                        UNTIL.minusSeconds(9).toEpochMilli(),
                        "entityGuid",
                        Exports.GUID,
                        "appName",
                        "orders",
                        "error.class",
                        "com.acme.OrderException$Lost",
                        "error.message",
                        "no order of CANARY12@mail.example from 203.0.113.77",
                        "traceId",
                        TRACE))));
        standin.add(
                "Span",
                List.of(new LinkedHashMap<>(Map.of(
                        "timestamp", UNTIL.minusSeconds(9).toEpochMilli(),
                        "entity.guid", Exports.GUID,
                        "guid", "5b1f778efb9f9321",
                        "name", "External/203.0.113.77/http/get",
                        "http.url", "https://CANARY13:pw@pay.example/x?token=CANARY14",
                        "db.statement", "SELECT * FROM user WHERE mail = 'CANARY15@mail.example' AND id IN (?, ?)",
                        "traceId", TRACE))));
        standin.add(
                "Log",
                List.of(new LinkedHashMap<>(Map.of(
                        "timestamp",
                        UNTIL.minusSeconds(9).toEpochMilli(),
                        "entity.guid",
                        Exports.GUID,
                        "message",
                        "login password=CANARY16 key NRAK-CANARY17000000 Authorization: Bearer CANARY18=",
                        "trace.id",
                        TRACE))));
        standin.add(
                "PageView",
                List.of(new LinkedHashMap<>(Map.of(
                        "timestamp", UNTIL.minusSeconds(9).toEpochMilli(),
                        "appName", "orders",
                        "entityGuid", "N3xCUk9XU0VSfEFQUExJQ0FUSU9OfDE",
                        "pageUrl", "https://shop.example/?q=CANARY19",
                        "session", "CANARY20",
                        "city", "CANARY21"))));
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    @Test
    void no_personal_data_and_no_secret_reaches_a_file() throws Exception {
        ExportResult result =
                run(standin, request(folder, "Transaction", "TransactionError", "Span", "Log", "PageView"));
        assertThat(result.complete()).isTrue();
        for (ExportResult.TypeResult type : result.types()) {
            assertThat(type.rows()).as(type.type()).isEqualTo(1);
            assertThat(text(type.file()))
                    .doesNotContain("CANARY", "203.0.113", "471100007", "4111111111111111", "Q0FO");
        }
        assertThat(Files.readString(folder.resolve("sre-export.txt")))
                .contains("are masked.")
                .doesNotContain("CANARY");
    }

    @Test
    void what_a_check_and_a_trace_need_stays() throws Exception {
        run(standin, request(folder, "Transaction", "TransactionError", "Span", "Log"));
        JsonNode transaction = rows(folder.resolve("Transaction.ndjson.gz")).get(0);
        assertThat(transaction.path("eventType").asText()).isEqualTo("Transaction");
        assertThat(transaction.path("name").asText()).isEqualTo("WebTransaction/SpringController/orders (GET)");
        assertThat(transaction.path("appName").asText()).isEqualTo("orders");
        assertThat(transaction.path("entityGuid").asText()).isEqualTo(Exports.GUID);
        assertThat(transaction.path("guid").asText()).isEqualTo("5b1f778efb9f9320");
        assertThat(transaction.path("duration").asDouble()).isEqualTo(0.25);
        assertThat(transaction.path("response.headers.contentType").asText()).isEqualTo("text/html");
        assertThat(transaction.path("http.statusCode").asInt()).isEqualTo(200);
        assertThat(transaction.path("error").isBoolean()).isTrue();
        assertThat(transaction.path("request.headers.xForwardedFor")).isEqualTo(transaction.path("peer"));
        JsonNode error = rows(folder.resolve("TransactionError.ndjson.gz")).get(0);
        JsonNode span = rows(folder.resolve("Span.ndjson.gz")).get(0);
        JsonNode log = rows(folder.resolve("Log.ndjson.gz")).get(0);
        assertThat(error.path("error.class").asText()).isEqualTo("com.acme.OrderException$Lost");
        assertThat(error.path("error.message").asText()).matches("no order of \\[email:.{12}] from \\[ip:.{12}]");
        assertThat(span.path("db.statement").asText())
                .matches("SELECT \\* FROM user WHERE mail = '\\[email:.{12}]' AND id IN \\(\\?, \\?\\)");
        assertThat(List.of(
                        transaction.path("traceId"),
                        error.path("traceId"),
                        span.path("trace.id"),
                        log.path("trace.id")))
                .allSatisfy(id -> assertThat(id.asText()).isEqualTo(TRACE));
        assertThat(span.path("name").asText())
                .as("one value, one placeholder, in all attributes and files")
                .isEqualTo("External/" + transaction.path("peer").asText() + "/http/get");
    }

    @Test
    void masking_can_be_switched_off_and_the_files_say_so() throws Exception {
        run(standin, Exports.unmasked(request(folder, "Transaction")));
        assertThat(text(folder.resolve("Transaction.ndjson.gz"))).contains("CANARY1\"", "CANARY3", "203.0.113.77");
        assertThat(Files.readString(folder.resolve("sre-export.txt"))).contains("NOT MASKED");
    }

    @Test
    void hostile_values_come_through_as_they_are() throws Exception {
        String name = "WebTransaction/\"quoted\" \\ \u2028\u202e\t\n{\"a\":1} 日本 \uD83D\uDE80";
        Map<String, Object> hostile = transaction(UNTIL.minusSeconds(3), "1");
        hostile.put("name", name);
        hostile.put("type", "Span");
        hostile.put("eventType", "Log");
        standin.add("Transaction", List.of(hostile));
        run(standin, request(folder, "Transaction"));
        JsonNode row = rows(folder.resolve("Transaction.ndjson.gz")).get(1);
        assertThat(row.path("name").asText()).isEqualTo(name);
        assertThat(new EventFiles(folder, null)
                        .measure(
                                DefaultStandard.get().plan(Window.endingAt(UNTIL, Duration.ofHours(1))),
                                ProgressListener.NONE)
                        .requests())
                .as("a check still sees two transactions")
                .isEqualTo(2);
    }
}
