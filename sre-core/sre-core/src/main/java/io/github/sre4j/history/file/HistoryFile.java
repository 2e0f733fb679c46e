package io.github.sre4j.history.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.text.LocalizedIOException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file of check summaries, one a line. Lines of other services and other kinds may stand in it. */
public final class HistoryFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The last millisecond with thirteen digits, in the year 2286. */
    private static final double MAX_NUMBER = 9_999_999_999_999.0;

    /** What marks a line as one of ours: the event type that New Relic would know it by. */
    private static final String EVENT_TYPE = "SreCheck";

    private static final String BUILD = "build";

    /** Some 300,000 checks. */
    static final long MAX_BYTES = 64L << 20;

    private HistoryFile() {}

    /**
     * What a file holds.
     *
     * @param checks the summaries in the order of the file
     * @param unreadable the numbers of the lines that could not be read, from 1
     */
    public record Read(List<CheckSummary> checks, List<Integer> unreadable) {

        /** Copies the lists. */
        public Read {
            checks = List.copyOf(checks);
            unreadable = List.copyOf(unreadable);
        }
    }

    /**
     * Reads the summaries of one service against one standard; nothing if the file is not there.
     *
     * @throws IOException if the file cannot be read
     */
    public static Read read(Path file, String service, String standard) throws IOException {
        if (!Files.exists(file)) {
            return new Read(List.of(), List.of());
        }
        if (Files.size(file) > MAX_BYTES) {
            throw tooLarge();
        }
        // Damaged bytes cost their line, not the history.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return read(text.lines().toList(), service, standard);
    }

    static Read read(List<String> lines, String service, String standard) {
        List<CheckSummary> checks = new ArrayList<>();
        List<Integer> unreadable = new ArrayList<>();
        int number = 0;
        for (String line : lines) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            Optional<CheckSummary> check = parse(line);
            if (check.isEmpty()) {
                unreadable.add(number);
            } else if (check.get().service().equals(service)
                    && check.get().standard().equals(standard)) {
                checks.add(check.get());
            }
        }
        return new Read(checks, unreadable);
    }

    /**
     * Appends one summary, so that builds and their modules may share a file.
     *
     * @throws IOException if the file cannot be written
     */
    public static void append(Path file, CheckSummary check) throws IOException {
        HistoryAppend.to(file, check, null);
    }

    /** Returns whether a line is a whole summary. */
    static boolean isSummary(String line) {
        return parse(line).isPresent();
    }

    /** Returns whether one of the lines is a check of the same build, service and standard. */
    static boolean counts(List<String> lines, CheckSummary check, String build) {
        String quoted = MAPPER.getNodeFactory().textNode(build).toString();
        return lines.stream()
                .filter(line -> line.contains(quoted))
                .anyMatch(line -> isOf(line, build)
                        && parse(line)
                                .filter(other -> other.service().equals(check.service())
                                        && other.standard().equals(check.standard())
                                        && Objects.equals(other.app(), check.app()))
                                .isPresent());
    }

    private static boolean isOf(String line, String build) {
        try {
            return MAPPER.readTree(line).path(BUILD).asText("").equals(build);
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    static IOException tooLarge() {
        return new LocalizedIOException(Message.of(HistoryFile.class, "too-large", MAX_BYTES >> 20));
    }

    private static Optional<CheckSummary> parse(String line) {
        try {
            return Optional.of(summary(MAPPER.readTree(line)));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A summary as one line of JSON: an event as New Relic takes it. */
    public static String json(CheckSummary check) {
        return json(check, null);
    }

    static String json(CheckSummary check, @Nullable String build) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("eventType", EVENT_TYPE);
        node.put("timestamp", check.at().toEpochMilli());
        node.put("service", check.service());
        node.put("standard", check.standard());
        node.put("endpoints", check.endpoints());
        node.put("met", check.met());
        node.put("missed", check.missed());
        node.put("undecided", check.undecided());
        node.put("waived", check.waived());
        node.put("excessSecondsPerDay", check.excessSecondsPerDay());
        node.put("passed", check.passed());
        if (check.override() != null) {
            node.put("override", check.override());
        }
        if (check.app() != null) {
            node.put("app", check.app());
        }
        if (build != null) {
            node.put(BUILD, build);
        }
        return node.toString();
    }

    private static CheckSummary summary(JsonNode node) {
        if (!node.path("eventType").asText("").equals(EVENT_TYPE)) {
            throw new IllegalArgumentException("not a check");
        }
        return new CheckSummary(
                Instant.ofEpochMilli(number(node, "timestamp").asLong()),
                text(node, "service"),
                text(node, "standard"),
                number(node, "endpoints").asInt(),
                number(node, "met").asInt(),
                number(node, "missed").asInt(),
                number(node, "undecided").asInt(),
                number(node, "waived").asInt(),
                number(node, "excessSecondsPerDay").asDouble(),
                node.path("passed").asBoolean(),
                node.hasNonNull("override") ? text(node, "override") : null,
                node.hasNonNull("app") ? text(node, "app") : null);
    }

    private static JsonNode number(JsonNode node, String key) {
        if (!node.path(key).isNumber() || !(Math.abs(node.path(key).asDouble()) <= MAX_NUMBER)) {
            throw new IllegalArgumentException("'" + key + "' is not a number");
        }
        return node.path(key);
    }

    private static String text(JsonNode node, String key) {
        if (!node.path(key).isTextual()) {
            throw new IllegalArgumentException("'" + key + "' is not a text");
        }
        return node.path(key).asText();
    }
}
