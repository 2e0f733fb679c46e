package io.github.sre4j.telemetry.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.telemetry.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of a row, and of the answer around it, decides what it is; the name of its file does not. */
class RowContentTest {

    private static final Instant FROM = Instant.parse("2026-11-22T08:00:00Z");
    private static final MeasurementPlan PLAN = new MeasurementPlan(
            new Window(FROM, FROM.plusSeconds(3600)),
            List.of(new PlannedClass("all", List.of(new EndpointPattern("**")), Duration.ofSeconds(1))));

    @TempDir
    private Path folder;

    @Test
    void excludes_spans_next_to_transactions_without_event_types() throws Exception {
        write("a.json", answer(rows(10, RowContentTest::request), ""));
        write("b.json", answer(rows(30, RowContentTest::span), ""));
        assertThat(measured()).isEqualTo("10 requests of 1 endpoints, not used or evidence: 30 Span rows");
    }

    @Test
    void believes_the_event_types_an_answer_declares() throws Exception {
        write(
                "a.json",
                answer(rows(10, RowContentTest::request), ", \"metadata\": {\"eventTypes\": [\"Transaction\"]}"));
        write(
                "b.json",
                answer(rows(20, RowContentTest::request), ", \"metadata\": {\"eventTypes\": [\"OrderPlaced\"]}"));
        assertThat(measured()).isEqualTo("10 requests of 1 endpoints, not used or evidence: 20 OrderPlaced rows");
    }

    @Test
    void decides_row_by_row_where_an_answer_declares_several_types() throws Exception {
        write(
                "a.json",
                answer(
                        rows(10, RowContentTest::request) + "," + rows(5, RowContentTest::span),
                        ", \"metadata\": {\"eventTypes\": [\"Transaction\", \"Span\"]}"));
        assertThat(measured()).isEqualTo("10 requests of 1 endpoints, not used or evidence: 5 Span rows");
    }

    @Test
    void keeps_the_declarations_of_two_aliases_apart() throws Exception {
        write(
                "a.json",
                "{\"data\": {\"actor\": {\"account\": {\"spans\": {\"results\": [" + rows(7, RowContentTest::request)
                        + "], \"metadata\": {\"eventTypes\": [\"Span\"]}}, \"requests\": {\"results\": ["
                        + rows(4, RowContentTest::request)
                        + "], \"metadata\": {\"eventTypes\": [\"Transaction\"]}}}}}}");
        assertThat(measured()).isEqualTo("4 requests of 1 endpoints, not used or evidence: 7 Span rows");
    }

    @Test
    void reads_rows_once_where_an_answer_holds_its_raw_response_too() throws Exception {
        String rows = rows(6, RowContentTest::request);
        write(
                "a.json",
                "{\"data\": {\"actor\": {\"account\": {\"nrql\": {\"rawResponse\": {\"results\": [{\"events\": [" + rows
                        + "]}]}, \"results\": [" + rows + "]}}}}}");
        assertThat(measured()).isEqualTo("6 requests of 1 endpoints");
    }

    @Test
    void reads_the_raw_response_where_there_is_nothing_else() throws Exception {
        write(
                "a.json",
                "{\"data\": {\"actor\": {\"account\": {\"nrql\": {\"rawResponse\": {\"results\": [{\"events\": ["
                        + rows(6, RowContentTest::request)
                        + "]}], \"metadata\": {\"eventType\": \"Transaction\"}}}}}}}");
        assertThat(measured()).isEqualTo("6 requests of 1 endpoints");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "Export.json", "Span.json", "transactions-2026-11-22.json"})
    void reads_answers_of_the_insights_api(String name) throws Exception {
        write(
                name,
                "{\"results\": [{\"events\": [" + rows(8, RowContentTest::request)
                        + "]}], \"metadata\": {\"eventType\": \"Transaction\"}}");
        assertThat(measured()).isEqualTo("8 requests of 1 endpoints");
    }

    @Test
    void reads_answers_one_a_line_and_answers_in_a_list() throws Exception {
        write(
                "pages.ndjson",
                answer(rows(2, RowContentTest::request), "") + "\n" + answer(rows(3, RowContentTest::request), "")
                        + "\n");
        write(
                "list.json",
                "[" + answer(rows(4, RowContentTest::request), "") + "," + answer(rows(5, RowContentTest::request), "")
                        + "]");
        assertThat(measured()).isEqualTo("14 requests of 1 endpoints");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"pageUrl\": \"https://shop.example/a\", \"browserTransactionName\": \"shop.example/a\"",
                "\"timingName\": \"largestContentfulPaint\"",
                "\"actionName\": \"buy\"",
                "\"browserInteractionId\": \"1\", \"targetUrl\": \"https://shop.example/a\"",
                "\"requestUrl\": \"https://shop.example/api\"",
                "\"monitorName\": \"login\"",
                "\"metricName\": \"apm.service.transaction.duration\"",
                "\"transactionName\": \"WebTransaction/SpringController/a (GET)\", \"error.class\": \"E\"",
                "\"traceId\": \"t\", \"guid\": \"g\", \"nr.entryPoint\": true",
                "\"trace.id\": \"t\", \"id\": \"s\", \"span.kind\": \"server\""
            })
    void excludes_rows_of_other_kinds(String marks) throws Exception {
        for (String name : List.of("a.ndjson", "Transaction.ndjson", "Orders.ndjson")) {
            Files.createDirectories(folder.resolve(name + ".d"));
            Path file = folder.resolve(name + ".d").resolve(name);
            Files.writeString(
                    file,
                    IntStream.range(0, 5)
                            .mapToObj(i -> request(i).replace("{\"name\"", "{" + marks + ", \"name\"") + "\n")
                            .collect(Collectors.joining()));
            assertThat(new EventFiles(file, null)
                            .measure(PLAN, ProgressListener.NONE)
                            .requests())
                    .as(marks + " in " + name)
                    .isZero();
        }
    }

    @Test
    void takes_a_type_of_the_products_own_for_an_attribute_of_a_transaction() throws Exception {
        write("Transaction.ndjson", lines(5, i -> request(i).replace("{", "{\"type\": \"premium\", ")));
        assertThat(measured()).isEqualTo("5 requests of 1 endpoints");
    }

    @Test
    void excludes_custom_events_that_name_their_type() throws Exception {
        write(
                "events.ndjson",
                lines(
                        5,
                        i -> request(i)
                                .replace("WebTransaction/SpringController/", "")
                                .replace("{", "{\"type\": \"Order\", ")));
        assertThat(measured()).isEqualTo("0 requests of 0 endpoints, not used or evidence: 5 Order rows");
    }

    @Test
    void reads_transactions_in_a_file_of_another_name() throws Exception {
        write("Shop.ndjson", lines(5, RowContentTest::request));
        assertThat(measured()).isEqualTo("5 requests of 1 endpoints");
    }

    @Test
    void keeps_transactions_of_a_distributed_trace_with_attributes_that_spans_have_too() throws Exception {
        write(
                "a.ndjson",
                lines(
                        5,
                        i -> request(i)
                                .replace(
                                        "{",
                                        "{\"traceId\": \"t\", \"guid\": \"g" + i
                                                + "\", \"parentId\": \"p\", \"totalTime\": 0.1, \"category\": \"books\", ")));
        assertThat(measured()).isEqualTo("5 requests of 1 endpoints");
    }

    @Test
    void counts_a_request_once_that_two_pages_hold() throws Exception {
        write("page1.json", answer(identified(0, 100), ""));
        write("page2.json", answer(identified(60, 150), ""));
        assertThat(measured()).isEqualTo("150 requests of 1 endpoints, 40 copies");
    }

    @Test
    void counts_a_request_once_that_one_file_holds_three_times() throws Exception {
        String line = "{\"guid\": \"00000000000000a1\", " + request(1).substring(1) + "\n";
        write("a.ndjson", line + line + line);
        assertThat(measured()).isEqualTo("1 requests of 1 endpoints, 2 copies");
    }

    @Test
    void keeps_different_requests_that_share_a_meaningless_id() throws Exception {
        write(
                "a.ndjson",
                lines(50, i -> "{\"guid\": \"REDACTED\", " + request(i).substring(1)));
        assertThat(measured()).isEqualTo("50 requests of 1 endpoints");
    }

    private String measured() throws Exception {
        Measurements measured = new EventFiles(folder, null).measure(PLAN, ProgressListener.NONE);
        String text =
                measured.requests() + " requests of " + measured.endpoints().size() + " endpoints";
        for (io.github.sre4j.text.Message note : measured.source().notes()) {
            if (note.key().equals("events.also-read") || note.key().equals("events.not-used")) {
                text += ", not used or evidence: " + note.english().replaceFirst(".*: ", "");
            }
            if (note.key().equals("events.copies")) {
                text += ", " + note.arguments().get(0) + " copies";
            }
        }
        return text;
    }

    private void write(String name, String content) throws Exception {
        Files.writeString(folder.resolve(name), content);
    }

    private static String answer(String rows, String more) {
        return "{\"data\": {\"actor\": {\"account\": {\"nrql\": {\"results\": [" + rows + "]" + more + "}}}}}";
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining(","));
    }

    private static String lines(int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(i -> row.apply(i) + "\n").collect(Collectors.joining());
    }

    private static String request(int i) {
        return "{\"name\": \"WebTransaction/SpringController/a (GET)\", \"timestamp\": " + (FROM.toEpochMilli() + i)
                + ", \"duration\": 0.1}";
    }

    private static String identified(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(
                        i -> "{\"guid\": \"%016x\", ".formatted(i) + request(i).substring(1))
                .collect(Collectors.joining(","));
    }

    private static String span(int i) {
        String name = i % 3 == 0 ? "WebTransaction/SpringController/a (GET)" : i % 3 == 1 ? "Datastore/x" : "Java/y";
        return "{\"name\": \"" + name + "\", \"timestamp\": " + (FROM.toEpochMilli() + i)
                + ", \"duration\": 0.1, \"traceId\": \"t" + i + "\", \"guid\": \"s" + i
                + "\", \"category\": \"generic\", \"transactionId\": \"x\"}";
    }
}
