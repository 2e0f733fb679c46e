package io.github.sre4j.trace.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Traces in files of any format that the room reads: New Relic's event files, OTLP JSON, Jaeger JSON, Zipkin v2 JSON, plain or {@code
 * .gz}. What a file is, is told by its content. Not thread-safe.
 */
public final class TraceFiles {

    private final NewRelicRows rows;
    private final List<TraceData> others;

    private TraceFiles(NewRelicRows rows, List<TraceData> others) {
        this.rows = rows;
        this.others = others;
    }

    /**
     * Reads a file, or of a folder: New Relic's event files by their names, and every other {@code .json}, {@code .jsonl} and {@code .ndjson}
     * that holds traces of another format, in order of names.
     *
     * @throws IOException if a file cannot be read
     * @throws UnreadableTraceException if a file of OTLP, Jaeger or Zipkin is broken; the message names the file and the line
     */
    public static TraceFiles read(Path fileOrFolder) throws IOException {
        NewRelicRows rows = new NewRelicRows();
        List<TraceData> others = new ArrayList<>();
        if (!Files.isDirectory(fileOrFolder)) {
            TraceFormat format = format(fileOrFolder);
            if (format == TraceFormat.NEW_RELIC) {
                NewRelicEventFiles.readFile(fileOrFolder, rows);
            } else {
                others.addAll(documents(fileOrFolder, format));
            }
            return new TraceFiles(rows, others);
        }
        try (Stream<Path> files = Files.list(fileOrFolder)) {
            for (Path file : files.sorted().toList()) {
                if (NewRelicEventFiles.isEventFile(file)) {
                    NewRelicEventFiles.readFile(file, rows);
                } else if (mayHoldTraces(file)) {
                    TraceFormat format = format(file);
                    others.addAll(format == TraceFormat.NEW_RELIC ? List.of() : documents(file, format));
                }
            }
        }
        return new TraceFiles(rows, others);
    }

    private static boolean mayHoldTraces(Path file) {
        String name = file.getFileName().toString();
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return Files.isRegularFile(file)
                && (plain.endsWith(".json") || plain.endsWith(".jsonl") || plain.endsWith(".ndjson"));
    }

    private static TraceFormat format(Path file) throws IOException {
        try (Reader reader = open(file);
                JsonParser json = FlatJson.FACTORY.createParser(reader)) {
            return FormatDetector.content(json);
        } catch (JsonProcessingException e) {
            return TraceFormat.NEW_RELIC;
        }
    }

    private static List<TraceData> documents(Path file, TraceFormat format) throws IOException {
        TraceCollector book;
        Consumer<JsonNode> adder;
        switch (format) {
            case OTLP -> {
                OtlpJson otlp = new OtlpJson();
                book = otlp.book();
                adder = otlp::add;
            }
            case JAEGER -> {
                JaegerJson jaeger = new JaegerJson();
                book = jaeger.book();
                adder = jaeger::add;
            }
            default -> {
                ZipkinJson zipkin = new ZipkinJson();
                book = zipkin.book();
                adder = zipkin::add;
            }
        }
        try (Reader reader = open(file);
                JsonParser parser = Json.MAPPER.createParser(reader);
                MappingIterator<JsonNode> documents = Json.MAPPER.readValues(parser, JsonNode.class)) {
            while (documents.hasNextValue()) {
                adder.accept(documents.nextValue());
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw UnreadableTraceException.at(
                    format.toString(), String.valueOf(file.getFileName()), line, e.getOriginalMessage());
        }
        return book.traces();
    }

    private static Reader open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            InputStream in = file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** Ids of all traces with at least one span or, in other formats than New Relic's, log line. */
    public List<String> traceIds() {
        List<String> ids = new ArrayList<>(rows.traceIds());
        others.forEach(trace -> ids.add(trace.traceId()));
        return List.copyOf(ids);
    }

    /** Every trace. */
    public List<TraceData> traces() {
        List<TraceData> all = new ArrayList<>(rows.traces());
        all.addAll(others);
        return List.copyOf(all);
    }

    /** Everything about one trace; without spans if there are none. Leading zeros do not matter. */
    public TraceData trace(String traceId) {
        return other(traceId).orElseGet(() -> rows.trace(traceId));
    }

    /** Everything about one transaction of New Relic by its guid, or about the trace of another format that has this short id. */
    public TraceData transaction(String guid) {
        return other(guid).orElseGet(() -> rows.transaction(guid));
    }

    private Optional<TraceData> other(String traceId) {
        return others.stream()
                .filter(trace -> SpanIds.same(trace.traceId(), traceId))
                .findFirst();
    }
}
