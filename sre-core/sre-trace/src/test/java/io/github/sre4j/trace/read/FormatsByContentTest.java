package io.github.sre4j.trace.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.trace.ErrorOrigin;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.story.TraceAnalyzer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is, its content says. */
class FormatsByContentTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final String RESOURCE = """
            {"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},"scopeSpans":[{"scope":{"name":"x"},"spans":[\
            {"traceId":"%1$s","spanId":"00000000000000a1","name":"GET /a","kind":2,"startTimeUnixNano":"1764585000000000000","endTimeUnixNano":"1764585000500000000","attributes":[]}]}]}""".formatted(ID);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "{\"resourceSpans\":[%s]}",
                "{\"trace\":{\"resourceSpans\":[%s]}}",
                "{\"result\":{\"resourceSpans\":[%s]}}",
                "{\"batches\":[%s]}",
                "[{\"resourceSpans\":[%s]}]",
                "{\"resourceMetrics\":[{\"scopeMetrics\":[]}]} {\"resourceSpans\":[%s]}",
                "INFO: %s",
            })
    void otlp_is_read_however_it_is_wrapped(String wrapped) throws Exception {
        assertThat(read("t.txt", wrapped.formatted(RESOURCE)).trace(ID).spans())
                .extracting(Span::service)
                .containsExactly("shop");
    }

    @Test
    void a_file_of_many_signals_is_read_line_by_line_and_a_cut_line_costs_that_line_alone() throws Exception {
        String lines =
                "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[]}]}]}\n{\"resourceLogs\":[]}\n{\"resourceSpans\":["
                        + RESOURCE + "]}\n{\"resourceSpans\":[{\"resou";
        assertThat(read("all.jsonl", lines).trace(ID).spans()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_and_utf_16_are_read(String charset) throws Exception {
        for (String mark : new String[] {"", "\uFEFF"}) {
            Path file = folder.resolve("t" + mark.length() + ".json");
            Files.write(file, (mark + "{\"resourceSpans\":[" + RESOURCE + "]}").getBytes(Charset.forName(charset)));
            assertThat(TraceFiles.read(file).traceIds()).as(charset).containsExactly(ID);
        }
    }

    @Test
    void ids_are_one_in_any_alphabet_and_printed_as_they_came() throws Exception {
        String base64OfHex = Base64.getEncoder().encodeToString(ID.getBytes(StandardCharsets.US_ASCII));
        TraceFiles files = read("t.json", RESOURCE.replace(ID, base64OfHex));
        assertThat(files.traceIds()).containsExactly(ID);
        assertThat(files.trace(base64OfHex).spans()).hasSize(1);
        assertThat(files.trace(ID.toUpperCase(java.util.Locale.ROOT)).spans()).hasSize(1);
        TraceFiles upper = read("u.json", RESOURCE.replace(ID, ID.toUpperCase(java.util.Locale.ROOT)));
        assertThat(upper.traceIds()).containsExactly(ID.toUpperCase(java.util.Locale.ROOT));
        assertThat(upper.trace(ID).spans()).hasSize(1);
    }

    @Test
    void parts_of_a_trace_in_files_of_several_makes_are_one_trace() throws Exception {
        write("front.json", "{\"resourceSpans\":[" + RESOURCE + "]}");
        write("pay.json", """
                [{"traceId":"%s","id":"00000000000000b1","parentId":"00000000000000a1","kind":"SERVER","name":"post /pay","timestamp":1764585000100000,
                "duration":200000,"localEndpoint":{"serviceName":"pay"}}]""".formatted(ID.substring(16)));
        write("log.jsonl", """
                {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"pay"}}]},"scopeLogs":[{"logRecords":[{"traceId":"%s","spanId":"00000000000000b1","timeUnixNano":"1764585000150000000","severityNumber":17,"body":{"stringValue":"no stock"}}]}]}]}
                """.formatted(ID));
        TraceFiles files = TraceFiles.read(folder);
        assertThat(files.traceIds()).containsExactly(ID);
        TraceData data = files.trace(ID);
        assertThat(data.spans()).extracting(Span::service).containsExactly("shop", "pay");
        assertThat(data.logs()).hasSize(1);
        assertThat(Trace.of(data).parent(1)).isZero();
    }

    @Test
    void rows_of_a_query_are_spans_because_of_what_they_hold() throws Exception {
        TraceData data = read("rows.json", """
                {"data":{"actor":{"account":{"nrql":{"results":[
                {"appName":"shop","name":"WebTransaction/SpringController/orders (GET)","timestamp":1764500000000.25,"duration":0.5,"traceId":"%1$s","guid":"a1","category":"generic","nr.entryPoint":true},
                {"appName":"shop","name":"Datastore/statement/Postgres/orders/select","timestamp":1764500000010,"duration":0.4,"traceId":"%1$s","guid":"a2","parentId":"a1","category":"datastore","db.statement":"select 1"}]}}}}}""".formatted(ID)).trace(ID);
        assertThat(data.spans()).hasSize(2);
        assertThat(data.spans().get(0).startNanos())
                .as("fractions of a millisecond are kept")
                .isEqualTo(1_764_500_000_000_250_000L);
        assertThat(data.transactions()).isEmpty();
    }

    @Test
    void the_spans_that_nerdgraph_traces_are_read() throws Exception {
        TraceData data = read("graph.json", """
                {"data":{"actor":{"distributedTracing":{"trace":{"entities":[{"guid":"G1","name":"shop"}],"spans":[
                {"id":"a1","parentId":null,"name":"GET","durationMs":500,"timestamp":1764500000000,"traceId":"%1$s","entityGuid":"G1","clientType":null,"processBoundary":"ENTRY","attributes":{"http.statusCode":200}},
                {"id":"a2","parentId":"a1","name":"select","durationMs":400,"timestamp":1764500000010,"traceId":"%1$s","entityGuid":"G1","clientType":"DATASTORE","processBoundary":"EXIT","attributes":{"db.statement":"select 1"}}]}}}}}""".formatted(ID)).trace(ID);
        assertThat(data.spans()).extracting(Span::service).containsExactly("shop", "shop");
        assertThat(data.spans()).extracting(Span::durationNanos).containsExactly(500_000_000L, 400_000_000L);
    }

    @Test
    void zipkin_needs_no_more_than_ids() throws Exception {
        TraceData data = read("z.json", """
                [{"traceId":"%1$s","id":"00000000000000a1","timestamp":1764585000000000,"duration":1000},{"traceId":"%1$s","id":"00000000000000a2","parentId":"00000000000000a1"}]""".formatted(ID)).trace(ID);
        assertThat(data.spans()).hasSize(2);
        assertThat(data.spans()).extracting(Span::unfinished).containsExactly(false, true);
    }

    @Test
    void traces_of_a_make_that_is_not_read_are_named() {
        assertThatThrownBy(() -> read("x.json", "{\"Traces\":[{\"Id\":\"1-5\",\"Segments\":[{\"Document\":\"{}\"}]}]}"))
                .isInstanceOf(UnreadableTraceException.class)
                .hasMessageContaining("x.json")
                .hasMessageContaining("AWS X-Ray");
    }

    @Test
    void the_status_of_grpc_names_an_error() throws Exception {
        String call = """
                {"traceId":"%s","spanId":"00000000000000a2","parentSpanId":"00000000000000a1","name":"acme.Ledger/Book","kind":3,"startTimeUnixNano":"1764585000100000000","endTimeUnixNano":"1764585000200000000","status":{"code":2,"message":"io exception"},"attributes":[{"key":"rpc.system","value":{"stringValue":"grpc"}},{"key":"rpc.grpc.status_code","value":{"intValue":"14"}}]}""".formatted(ID);
        TraceAnalysis analysis = TraceAnalyzer.DEFAULT.analyse(
                read("g.json", RESOURCE.replace("\"attributes\":[]}]", "\"attributes\":[]}," + call + "]"))
                        .trace(ID));
        assertThat(analysis.errors()).singleElement().satisfies(error -> {
            assertThat(error.errorClass()).isEqualTo("gRPC UNAVAILABLE (14)");
            assertThat(error.message()).isEqualTo("io exception");
            assertThat(error.blame()).isEqualTo(ErrorOrigin.Blame.CALLEE_OR_NETWORK);
        });
    }

    private TraceFiles read(String name, String text) throws IOException {
        return TraceFiles.read(write(name, text));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
