package io.github.sre4j.trace.read;

import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Traces in files: rows of New Relic, OTLP JSON, Jaeger JSON, Zipkin v2 JSON, plain or compressed, in UTF-8 or UTF-16. What a file is, is told by
 * its content, record by record. Parts of one trace are put together wherever they come from. Not thread-safe.
 */
public final class TraceFiles {

    private final NewRelicRows rows;
    private final List<TraceData> traces;
    private final boolean onlyRows;

    private TraceFiles(NewRelicRows rows, List<TraceCollector> books) {
        this.rows = rows;
        List<TraceData> all = new ArrayList<>();
        books.forEach(book -> all.addAll(book.traces()));
        this.onlyRows = all.isEmpty();
        all.addAll(rows.traces());
        this.traces = MergedTraces.of(all);
    }

    /**
     * Reads a file, or of a folder every {@code .json}, {@code .jsonl} and {@code .ndjson} and every event file of New Relic, in order of names.
     *
     * @throws IOException if a file cannot be read
     * @throws UnreadableTraceException if a file of OTLP, Jaeger or Zipkin is broken, or if all there is are traces of a make that is not read; the
     *     message says which
     */
    public static TraceFiles read(Path fileOrFolder) throws IOException {
        NewRelicRows rows = new NewRelicRows();
        TraceDocuments documents = new TraceDocuments(rows);
        if (Files.isDirectory(fileOrFolder)) {
            try (Stream<Path> files = Files.list(fileOrFolder)) {
                for (Path file : files.filter(JsonText::mayHoldTraces).sorted().toList()) {
                    documents.read(file);
                }
            }
        } else {
            documents.read(fileOrFolder);
        }
        TraceFiles files = new TraceFiles(rows, documents.books());
        if (files.traces.isEmpty() && !rows.any() && !documents.foreign().isEmpty()) {
            throw UnreadableTraceException.foreign(
                    String.valueOf(fileOrFolder.getFileName()),
                    documents.foreign().iterator().next().label());
        }
        return files;
    }

    /** Ids of all traces with at least one span or, in other formats than New Relic's, log line; each as it came. */
    public List<String> traceIds() {
        return traces.stream().map(TraceData::traceId).toList();
    }

    /** Every trace. */
    public List<TraceData> traces() {
        return traces;
    }

    /** Everything about one trace; without spans if there are none. The alphabet of the id and leading zeros do not matter. */
    public TraceData trace(String traceId) {
        return other(traceId).orElseGet(() -> rows.trace(traceId));
    }

    /** Everything about one transaction of New Relic by its guid, or about the trace of another format that has this short id. */
    public TraceData transaction(String guid) {
        Optional<TraceData> trace =
                onlyRows ? Optional.empty() : other(guid).filter(data -> data.format() != TraceFormat.NEW_RELIC);
        return trace.orElseGet(() -> rows.traceOf(guid).map(this::trace).orElseGet(() -> rows.transaction(guid)));
    }

    private Optional<TraceData> other(String traceId) {
        String canonical = SpanIds.canonical(traceId);
        return traces.stream()
                .filter(trace -> SpanIds.canonical(trace.traceId()).equals(canonical))
                .findFirst()
                .or(() -> traces.stream()
                        .filter(trace -> SpanIds.same(trace.traceId(), traceId))
                        .findFirst());
    }
}
