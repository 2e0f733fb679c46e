package io.github.sre4j.examples.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Keeps what the agent sends and writes it as event files. Two things are left out, and nothing else: whatever began before the load
 * or after it, and traces beyond a few for each endpoint and outcome. Folders and the name of this machine are replaced in the text.
 */
final class EventFolder {
    /** Which of an endpoint's traces are kept is a matter of their ids, that is of chance. */
    private static final int TRACES_KEPT = 12;

    private static final List<String> KINDS = List.of("Transaction", "Span", "TransactionError", "Log", "Metric");
    private static final Pattern FOLDER =
            Pattern.compile("(?<![\\w/:.])/(?:tmp|root|home|work|var|usr|Users)/[^\\s\"\\\\),;:]*");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
    private long lastMetricsEnd;

    /** Takes rows of a type from the collector's threads. */
    synchronized void accept(String type, Collection<Map<String, Object>> more) {
        rows.computeIfAbsent(type, any -> new ArrayList<>()).addAll(more);
        if (type.equals("Metric")) {
            for (Map<String, Object> row : more) {
                lastMetricsEnd = Math.max(lastMetricsEnd, millis(row, "endTimestamp"));
            }
            notifyAll();
        }
    }

    /** Waits until metrics of another minute arrive; the end of that minute, in ms since the epoch. */
    synchronized long nextMinuteEnd(long patienceMillis) throws InterruptedException {
        long before = lastMetricsEnd;
        long giveUp = System.currentTimeMillis() + patienceMillis;
        while (lastMetricsEnd == before) {
            long left = giveUp - System.currentTimeMillis();
            if (left <= 0) {
                throw new IllegalStateException("the agent sent no metrics for " + patienceMillis + " ms; see its log");
            }
            wait(left);
        }
        return lastMetricsEnd;
    }

    /** Writes the files of what began in a time, its end not included, and says how many rows each has. */
    synchronized Map<String, String> write(Path folder, long fromMillis, long toMillis, String machine)
            throws IOException {
        Files.createDirectories(folder);
        Pattern name = Pattern.compile("(?<![\\w.-])" + Pattern.quote(machine) + "(?![\\w.-])");
        UnaryOperator<String> clean = line ->
                FOLDER.matcher(name.matcher(line).replaceAll("orders-1")).replaceAll("/app");
        Set<String> traces = keptTraces(fromMillis, toMillis);
        Map<String, String> written = new TreeMap<>();
        for (String kind : KINDS) {
            List<String> lines = new ArrayList<>();
            for (Map<String, Object> row : sorted(kind, fromMillis, toMillis)) {
                if (!kind.equals("Span") || traces.contains(String.valueOf(row.get("traceId")))) {
                    lines.add(clean.apply(json(row)));
                }
            }
            write(folder.resolve(kind + ".ndjson.gz"), lines);
            int received = rows.getOrDefault(kind, List.of()).size();
            written.put(kind, lines.size() + " of " + received + " rows");
        }
        return written;
    }

    private List<Map<String, Object>> sorted(String kind, long fromMillis, long toMillis) {
        return rows.getOrDefault(kind, List.of()).stream()
                .filter(row -> millis(row, "timestamp") >= fromMillis && millis(row, "timestamp") < toMillis)
                .sorted(Comparator.comparingLong(row -> millis(row, "timestamp")))
                .toList();
    }

    private Set<String> keptTraces(long fromMillis, long toMillis) {
        Map<String, String> groups = new HashMap<>();
        Set<String> failed = new HashSet<>();
        for (Map<String, Object> row : rows.getOrDefault("Transaction", List.of())) {
            if (Boolean.TRUE.equals(row.get("error"))) {
                failed.add(String.valueOf(row.get("guid")));
            }
        }
        for (Map<String, Object> span : sorted("Span", fromMillis, toMillis)) {
            if (Boolean.TRUE.equals(span.get("nr.entryPoint"))) {
                String outcome = failed.contains(String.valueOf(span.get("transactionId"))) ? " failed" : "";
                groups.put(String.valueOf(span.get("traceId")), span.get("transaction.name") + outcome);
            }
        }
        Map<String, TreeSet<String>> byGroup = new TreeMap<>();
        groups.forEach((trace, group) ->
                byGroup.computeIfAbsent(group, any -> new TreeSet<>()).add(trace));
        Set<String> kept = new HashSet<>();
        byGroup.values().forEach(traces -> traces.stream().limit(TRACES_KEPT).forEach(kept::add));
        return kept;
    }

    private static long millis(Map<String, Object> row, String key) {
        return row.get(key) instanceof Number number ? number.longValue() : 0;
    }

    private String json(Map<String, Object> row) {
        try {
            return mapper.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of the agent cannot be written", e);
        }
    }

    /** Gzip has no time of its own here, so that equal rows give equal files. */
    private static void write(Path file, List<String> lines) throws IOException {
        try (GZIPOutputStream zipped = new GZIPOutputStream(Files.newOutputStream(file)) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                };
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(zipped, StandardCharsets.UTF_8))) {
            for (String line : lines) {
                out.write(line);
                out.write('\n');
            }
        }
    }
}
