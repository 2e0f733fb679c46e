package io.github.sre4j.advisor.tracking.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.advisor.tracking.AcceptedCandidate;
import io.github.sre4j.advisor.tracking.BadRequestStats;
import io.github.sre4j.text.LocalizedIOException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** {@code sre-fixes.json}, which lies beside {@code sre-baseline.json} and is kept in version control like it. */
public final class AcceptedCandidatesFile {

    /** The file's name. */
    public static final String NAME = "sre-proposals.json";

    private static final int SCHEMA_VERSION = 1;
    private static final JsonMapper MAPPER = new JsonMapper();

    private AcceptedCandidatesFile() {}

    /**
     * Reads a file; one that is not there holds nothing.
     *
     * @throws IOException if it cannot be read, or is no such file; the message says where
     */
    public static List<AcceptedCandidate> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            JsonNode root = MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
            if (root == null || root.path("schemaVersion").asInt() != SCHEMA_VERSION) {
                throw new LocalizedIOException(
                        Message.of(AcceptedCandidatesFile.class, "other-version", file, SCHEMA_VERSION));
            }
            List<AcceptedCandidate> all = new ArrayList<>();
            for (JsonNode each : root.path("proposals")) {
                all.add(taken(each));
            }
            return all;
        } catch (JsonProcessingException e) {
            throw new LocalizedIOException(
                    Message.of(
                            AcceptedCandidatesFile.class,
                            "no-json",
                            file,
                            Integer.toString(e.getLocation().getLineNr())),
                    e);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new LocalizedIOException(
                    Message.of(AcceptedCandidatesFile.class, "impossible", file, Message.of(e)), e);
        }
    }

    private static AcceptedCandidate taken(JsonNode node) {
        JsonNode steady = node.path("steady");
        return new AcceptedCandidate(
                node.path("key").asText(),
                node.path("title").asText(),
                node.path("endpoint").asText(),
                node.path("errors").asBoolean(),
                node.path("predictedPerDay").asDouble(),
                stats(node.path("before")),
                steady.isObject() ? stats(steady) : null,
                Instant.parse(node.path("since").asText()),
                node.path("commit").isTextual() ? node.path("commit").asText() : null,
                node.path("partOf").isTextual() ? node.path("partOf").asText() : null);
    }

    private static BadRequestStats stats(JsonNode node) {
        return new BadRequestStats(
                node.path("requests").asLong(),
                node.path("bad").asLong(),
                node.path("amount").asDouble(),
                node.path("requestsPerDay").asDouble());
    }

    private static void put(ObjectNode node, BadRequestStats stats) {
        node.put("requests", stats.requests())
                .put("bad", stats.bad())
                .put("amount", stats.amount())
                .put("requestsPerDay", stats.requestsPerDay());
    }

    /** The content of a file with these proposals, lines ended by a line feed. */
    public static String text(List<AcceptedCandidate> all) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schemaVersion", SCHEMA_VERSION);
        ArrayNode fixes = root.putArray("proposals");
        for (AcceptedCandidate each : all) {
            ObjectNode node = fixes.addObject();
            node.put("key", each.key());
            node.put("title", each.title());
            node.put("endpoint", each.endpoint());
            node.put("errors", each.errors());
            node.put("predictedPerDay", each.predicted());
            put(node.putObject("before"), each.before());
            each.steadyBefore().ifPresent(steady -> put(node.putObject("steady"), steady));
            node.put("since", each.since().toString());
            node.put("commit", each.commit());
            if (each.partOf() != null) {
                node.put("partOf", each.partOf());
            }
        }
        return root.toPrettyString().replace("\r\n", "\n") + "\n";
    }
}
