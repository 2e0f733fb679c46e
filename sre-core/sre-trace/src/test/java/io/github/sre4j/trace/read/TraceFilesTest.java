package io.github.sre4j.trace.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.trace.ErrorOrigin;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Severity;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceFormat;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.story.TraceAnalyzer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFilesTest {

    private static final String TRACE = "5b8efff798038103d269b633813fc60c";

    private static final String OTLP = """
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}},
              {"key":"host.name","value":{"stringValue":"shop-1"}}]},
              "scopeSpans":[{"scope":{"name":"http"},"spans":[
               {"traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"EEE19B7EC3C1B174","parentSpanId":"","name":"GET /orders/{id}","kind":2,
                "startTimeUnixNano":"1544712660000000000","endTimeUnixNano":"1544712660500000000","status":{"code":2,"message":"boom"},
                "attributes":[{"key":"http.request.method","value":{"stringValue":"GET"}},{"key":"http.route","value":{"stringValue":"/orders/{id}"}},
                 {"key":"http.response.status_code","value":{"intValue":"500"}}]},
               {"traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"EEE19B7EC3C1B175","parentSpanId":"EEE19B7EC3C1B174","name":"select orders",
                "kind":"SPAN_KIND_CLIENT","startTimeUnixNano":1544712660100000000,"endTimeUnixNano":1544712660400000000,
                "status":{"code":"STATUS_CODE_ERROR"},
                "attributes":[{"key":"db.system.name","value":{"stringValue":"postgresql"}},{"key":"db.query.text","value":{"stringValue":"select * from orders where id = ?"}}],
                "events":[{"name":"exception","timeUnixNano":"1544712660390000000","attributes":[
                  {"key":"exception.type","value":{"stringValue":"org.postgresql.util.PSQLException"}},
                  {"key":"exception.message","value":{"stringValue":"deadlock detected"}},
                  {"key":"exception.stacktrace","value":{"stringValue":"org.postgresql.util.PSQLException: deadlock detected\\n\\tat shop.Orders.find(Orders.java:12)"}}]}]}]}]}]}
            """;

    private static final String JAEGER = """
            {"data":[{"traceID":"5b8efff798038103d269b633813fc60c","spans":[
              {"traceID":"5b8efff798038103d269b633813fc60c","spanID":"a1","operationName":"GET /cart","references":[],
               "startTime":1544712660000000,"duration":400000,"processID":"p1",
               "tags":[{"key":"span.kind","type":"string","value":"server"},{"key":"http.status_code","type":"int64","value":200}],"logs":[]},
              {"traceID":"5b8efff798038103d269b633813fc60c","spanID":"a2","operationName":"audit",
               "references":[{"refType":"FOLLOWS_FROM","traceID":"5b8efff798038103d269b633813fc60c","spanID":"a1"}],
               "startTime":1544712660390000,"duration":900000,"processID":"p1","tags":[],"logs":[]},
              {"traceID":"5b8efff798038103d269b633813fc60c","spanID":"a3","operationName":"HTTP GET",
               "references":[{"refType":"CHILD_OF","traceID":"5b8efff798038103d269b633813fc60c","spanID":"a1"}],
               "startTime":1544712660010000,"duration":300000,"processID":"p1",
               "tags":[{"key":"span.kind","type":"string","value":"client"},{"key":"http.url","type":"string","value":"http://stock:8080/items?page=2"},
                {"key":"http.method","type":"string","value":"GET"},{"key":"error","type":"bool","value":true}],
               "logs":[{"timestamp":1544712660200000,"fields":[{"key":"event","type":"string","value":"error"},
                 {"key":"error.object","type":"string","value":"java.net.SocketTimeoutException: Read timed out"},
                 {"key":"error.kind","type":"string","value":"java.net.SocketTimeoutException"}]}]}],
              "processes":{"p1":{"serviceName":"cart","tags":[{"key":"hostname","type":"string","value":"cart-7"}]}}}],
             "total":0,"limit":0,"offset":0,"errors":null}
            """;

    private static final String ZIPKIN = """
            [{"traceId":"d269b633813fc60c","id":"352bff9a74ca9ad2","kind":"CLIENT","name":"get /api","timestamp":1544712660100000,"duration":200000,
              "localEndpoint":{"serviceName":"frontend","ipv4":"10.0.0.1"},"remoteEndpoint":{"serviceName":"backend","ipv4":"10.0.0.2"},
              "tags":{"http.method":"GET","http.path":"/api"}},
             {"traceId":"d269b633813fc60c","id":"352bff9a74ca9ad2","parentId":"4d1e00c0db9010db","kind":"SERVER","name":"get /api","timestamp":1544712659000000,"duration":150000,
              "shared":true,"localEndpoint":{"serviceName":"backend","ipv4":"10.0.0.2"},
              "tags":{"http.method":"GET","http.path":"/api","error":"Request processing failed"},
              "annotations":[{"timestamp":1544712659100000,"value":"wr"}]},
             {"traceId":"d269b633813fc60c","id":"4d1e00c0db9010db","kind":"SERVER","name":"get /","timestamp":1544712660000000,"duration":351000,
              "localEndpoint":{"serviceName":"frontend","ipv4":"10.0.0.1"},"tags":{"http.method":"GET","http.path":"/"}},
             {"traceId":"d269b633813fc60c","id":"aaaaaaaaaaaaaaaa","parentId":"352bff9a74ca9ad2","name":"load","timestamp":1544712659010000,"duration":100000,
              "localEndpoint":{"serviceName":"backend","ipv4":"10.0.0.2"}}]
            """;

    @TempDir
    private Path folder;

    @Test
    void otlp_is_recognised_whatever_the_file_is_called() throws Exception {
        TraceFiles files = read("from-somebody.txt", OTLP);
        assertThat(files.traceIds()).as("as it came").containsExactly(TRACE.toUpperCase(java.util.Locale.ROOT));
        Trace trace = Trace.of(files.trace(TRACE));
        assertThat(trace.format()).isEqualTo(TraceFormat.OTLP);
        assertThat(trace.durationNanos()).isEqualTo(500_000_000);
        assertThat(trace.span(0).kind()).isEqualTo(SpanKind.SERVER);
        assertThat(trace.span(0).host()).isEqualTo("shop-1");
        assertThat(trace.span(1).category()).isEqualTo(SpanCategory.DATABASE);
        assertThat(trace.parent(1)).isZero();
    }

    @Test
    void an_exception_event_of_otlp_names_the_error_and_its_first_line() throws Exception {
        TraceAnalysis analysis =
                TraceAnalyzer.DEFAULT.analyse(read("t.json", OTLP).trace(TRACE));
        ErrorOrigin origin = analysis.errorOrigin().orElseThrow();
        assertThat(origin.errorClass()).isEqualTo("org.postgresql.util.PSQLException");
        assertThat(origin.message()).isEqualTo("deadlock detected");
        assertThat(origin.frame())
                .hasToString("CodeLocation[className=shop.Orders, method=find, file=Orders.java, line=12]");
        assertThat(origin.logIds()).isNotEmpty();
    }

    @Test
    void an_exception_recorded_in_a_span_that_did_not_fail_was_handled() throws Exception {
        String handled = OTLP.replace("{\"code\":\"STATUS_CODE_ERROR\"}", "{}")
                .replace("{\"code\":2,\"message\":\"boom\"}", "{}")
                .replace("\"intValue\":\"500\"", "\"intValue\":\"200\"");
        TraceAnalysis analysis =
                TraceAnalyzer.DEFAULT.analyse(read("t.json", handled).trace(TRACE));
        assertThat(analysis.errorOrigin()).isEmpty();
        assertThat(analysis.trace().logs()).extracting(LogLine::severity).containsExactly(Severity.WARN);
    }

    @Test
    void otlp_written_line_by_line_in_snake_case_with_base64_ids_is_the_same_trace() throws Exception {
        String tempo = """
                {"batches":[{"resource":{"attributes":[{"key":"service.name","value":{"string_value":"shop"}}]},"scope_spans":[{"spans":[{"trace_id":"W47/95gDgQPSabYzgT/GDA==","span_id":"7uGbfsPBsXQ=","name":"GET /","kind":"SPAN_KIND_SERVER","start_time_unix_nano":"1544712660000000000","end_time_unix_nano":"1544712660500000000"}]}]}]}
                {"resource_logs":[{"resource":{"attributes":[{"key":"service.name","value":{"string_value":"shop"}}]},"scope_logs":[{"scope":{"name":"shop.Orders"},"log_records":[{"trace_id":"5b8efff798038103d269b633813fc60c","span_id":"eee19b7ec3c1b174","time_unix_nano":"1544712660100000000","severity_number":17,"body":{"string_value":"no stock"}},{"time_unix_nano":"1544712660100000000","body":{"string_value":"of no request"}}]}]}]}
                """;
        TraceFiles files = read("t.ndjson", tempo);
        assertThat(files.traceIds()).containsExactly(TRACE);
        TraceData data = files.trace(TRACE);
        assertThat(data.spans()).extracting(Span::id).containsExactly("eee19b7ec3c1b174");
        assertThat(data.logs()).hasSize(1).first().satisfies(line -> {
            assertThat(line.severity()).isEqualTo(Severity.ERROR);
            assertThat(line.message()).isEqualTo("no stock");
            assertThat(line.spanId()).isEqualTo("eee19b7ec3c1b174");
        });
    }

    @Test
    void jaeger_tells_who_was_not_waited_for() throws Exception {
        Trace trace = Trace.of(read("trace.json", JAEGER).trace(TRACE));
        int audit = trace.indexOf("a2").orElseThrow();
        assertThat(trace.format()).isEqualTo(TraceFormat.JAEGER);
        assertThat(trace.asynchronous(audit)).isTrue();
        assertThat(trace.outside(audit)).as("the data says so").isFalse();
        assertThat(trace.span(0).host()).isEqualTo("cart-7");
        assertThat(trace.durationNanos()).isEqualTo(400_000_000);
    }

    @Test
    void a_failed_call_in_jaeger_names_its_error_and_its_host() throws Exception {
        TraceAnalysis analysis =
                TraceAnalyzer.DEFAULT.analyse(read("trace.json", JAEGER).trace(TRACE));
        Trace trace = analysis.trace();
        Span call = trace.span(trace.indexOf("a3").orElseThrow());
        assertThat(call.http()).satisfies(http -> {
            assertThat(http.host()).isEqualTo("stock");
            assertThat(http.path()).isEqualTo("/items");
            assertThat(http.query()).isEqualTo("page=2");
        });
        assertThat(analysis.errors()).singleElement().satisfies(error -> {
            assertThat(error.errorClass()).isEqualTo("java.net.SocketTimeoutException");
            assertThat(error.blame()).isEqualTo(ErrorOrigin.Blame.CALLEE_OR_NETWORK);
            assertThat(error.handled()).as("the request answered 200").isTrue();
        });
    }

    @Test
    void zipkin_shares_an_id_between_both_sides_and_its_clocks_are_mended() throws Exception {
        Trace trace = Trace.of(read("trace.json", ZIPKIN).trace("d269b633813fc60c"));
        assertThat(trace.size()).isEqualTo(4);
        assertThat(trace.services()).containsExactly("frontend", "backend");
        int load = trace.indexOf("aaaaaaaaaaaaaaaa").orElseThrow();
        int callee = trace.parent(load);
        assertThat(trace.span(callee).service())
                .as("the child of the callee's side")
                .isEqualTo("backend");
        assertThat(trace.span(trace.parent(callee)).kind()).isEqualTo(SpanKind.CLIENT);
        assertThat(trace.startNanos(callee))
                .as("shifted no further than needed")
                .isEqualTo(100_000_000);
        assertThat(trace.startNanos(load)).as("shifted alike").isEqualTo(110_000_000);
        assertThat(trace.notes()).anyMatch(note -> note.kind() == TraceNote.Kind.CLOCK_SHIFTED);
        assertThat(trace.span(callee).error())
                .isNotNull()
                .satisfies(error -> assertThat(error.message()).isEqualTo("Request processing failed"));
    }

    @Test
    void a_list_of_traces_of_zipkin_is_read_too_and_leading_zeros_do_not_matter() throws Exception {
        String list = "[" + ZIPKIN + "," + ZIPKIN.replace("d269b633813fc60c", "00000000000000aa") + "]";
        TraceFiles files = read("traces.json", list);
        assertThat(files.traces()).hasSize(2);
        assertThat(files.trace("aa").spans()).hasSize(4);
        assertThat(files.transaction("0000000000000000d269b633813fc60c").spans())
                .hasSize(4);
    }

    @Test
    void rows_of_new_relic_are_still_rows_of_new_relic() throws Exception {
        String row = """
                {"eventType":"Span","traceId":"%s","guid":"a1","id":"a1","timestamp":1544712660000,"duration":0.5,"name":"GET","appName":"shop","nr.entryPoint":true}
                """.formatted(TRACE);
        assertThat(read("Span.ndjson", row).trace(TRACE).format()).isEqualTo(TraceFormat.NEW_RELIC);
        assertThat(read("Span.json", "[" + row + "]").trace(TRACE).spans()).hasSize(1);
        assertThat(read("Span.ndjson", row + "no json\n").trace(TRACE).readNotes())
                .anyMatch(note -> note.kind() == TraceNote.Kind.ROWS_REJECTED
                        && note.subjects().contains("Span.ndjson:2"));
    }

    @Test
    void a_folder_may_hold_files_of_several_formats_plain_or_compressed() throws Exception {
        write("Span.ndjson", """
                {"traceId":"%s","guid":"a1","timestamp":1544712660000,"duration":0.5,"name":"GET"}""".formatted("a".repeat(32)));
        write("Metric.ndjson", "{\"metricName\":\"x\"}");
        write("notes.txt", OTLP);
        write("zipkin.json", ZIPKIN);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("export.json.gz")))) {
            out.write(OTLP.getBytes(StandardCharsets.UTF_8));
        }
        TraceFiles files = TraceFiles.read(folder);
        assertThat(files.traceIds())
                .containsExactlyInAnyOrder("a".repeat(32), TRACE.toUpperCase(java.util.Locale.ROOT));
        assertThat(files.trace(TRACE).spans())
                .as("Zipkin's spans have the lower half of the id: they are of the same trace")
                .hasSize(6);
    }

    @Test
    void a_broken_file_is_named_with_its_line() throws Exception {
        String broken = OTLP.substring(0, OTLP.length() - 40);
        assertThatThrownBy(() -> read("t.json", broken))
                .isInstanceOf(UnreadableTraceException.class)
                .hasMessageStartingWith("The OTLP trace in 't.json' is broken at line ");
    }

    @Test
    void a_span_without_what_a_span_needs_is_left_out_and_said() throws Exception {
        String without = OTLP.replaceFirst("\"spanId\":\"EEE19B7EC3C1B175\"", "\"spanId\":\"0000000000000000\"");
        TraceData data = read("t.json", without).trace(TRACE);
        assertThat(data.spans()).hasSize(1);
        assertThat(data.readNotes())
                .singleElement()
                .satisfies(note -> assertThat(note.subjects().get(0))
                        .isEqualTo("OTLP 'select orders': traceId, spanId, startTimeUnixNano"));
    }

    @Test
    void fifty_thousand_spans_of_one_trace_are_read_and_told_in_seconds() throws Exception {
        StringBuilder spans = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            long start = 1544712660000000000L + i * 100_000L;
            spans.append(i == 0 ? "" : ",").append("""
                    {"traceId":"%s","spanId":"%016x","parentSpanId":"%016x","name":"select","kind":3,"startTimeUnixNano":"%d","endTimeUnixNano":"%d",
                     "attributes":[{"key":"db.system","value":{"stringValue":"h2"}},{"key":"db.statement","value":{"stringValue":"select * from t where id = ?"}}]}""".formatted(TRACE, i + 2, 1, start, start + 100_000));
        }
        String all = """
                {"resourceSpans":[{"resource":{},"scopeSpans":[{"spans":[{"traceId":"%s","spanId":"%016x","name":"GET /","kind":2,
                "startTimeUnixNano":"1544712660000000000","endTimeUnixNano":"1544712665000000000"},%s]}]}]}
                """.formatted(TRACE, 1, spans);
        TraceAnalysis analysis =
                TraceAnalyzer.DEFAULT.read(read("large.json", all).trace(TRACE)).analysis();
        assertThat(analysis.trace().size()).isEqualTo(50_001);
        assertThat(analysis.path().lengthNanos()).isEqualTo(5_000_000_000L);
        assertThat(analysis.findings()).first().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.N_PLUS_ONE_QUERIES);
            assertThat(finding.count()).isEqualTo(50_000);
        });
    }

    private TraceFiles read(String name, String text) throws IOException {
        return TraceFiles.read(write(name, text));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void an_empty_file_and_one_of_something_else_hold_no_trace() throws Exception {
        for (String text : List.of("", "{}", "[]", "null", "{\"data\":[]}", "{\"resourceSpans\":[]}")) {
            assertThat(read("t.json", text).traceIds()).as(text).isEmpty();
        }
    }
}
