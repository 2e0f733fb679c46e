package io.github.sre4j.newrelic.nerdgraph;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException.Kind;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One entry of {@code errors}, whatever its shape: classes come under several names, or not at all. */
record GraphQlError(Message message, List<String> path, Kind kind) {

    private static final String DEPRECATION = "This field is deprecated!";
    private static final int LONGEST = 300;
    private static final List<Kind> SEVEREST_FIRST = List.of(
            Kind.BAD_KEY,
            Kind.NO_ACCESS,
            Kind.BAD_QUERY,
            Kind.NOT_NERDGRAPH,
            Kind.RATE_LIMITED,
            Kind.QUERY_TIMEOUT,
            Kind.SERVER,
            Kind.UNREACHABLE);

    /** All entries but notices of deprecation, which come as errors and are none. */
    static List<GraphQlError> of(JsonNode errors, UserKey key) {
        List<GraphQlError> result = new ArrayList<>();
        for (JsonNode error :
                errors.isArray() || errors.isMissingNode() || errors.isNull() ? errors : List.of(errors)) {
            String message = error.isTextual()
                    ? error.asText()
                    : error.path("message").asText(error.path("title").asText(""));
            if (!message.startsWith(DEPRECATION)) {
                List<String> path = new ArrayList<>();
                error.path("path").forEach(step -> path.add(step.asText()));
                result.add(new GraphQlError(
                        shortened(key.redact(message)), path, kind(error.path("extensions"), message)));
            }
        }
        return result;
    }

    /** The error that says most about what to do: what somebody must repair stands before what may pass. */
    static Optional<GraphQlError> worst(Collection<GraphQlError> errors) {
        return errors.stream().min(Comparator.comparingInt(error -> SEVEREST_FIRST.indexOf(error.kind())));
    }

    /** What New Relic says of a metric that has no application yet: for us that is no data, not a mistake. */
    boolean saysNoSuchApplication() {
        return message.key().startsWith("No application was matched");
    }

    boolean isAbout(String alias) {
        return path.isEmpty() || path.contains(alias);
    }

    private static Kind kind(JsonNode extensions, String message) {
        for (String key : List.of("errorClass", "error_code", "code", "errorCode", "classification")) {
            switch (extensions.path(key).asText("")) {
                case "BAD_API_KEY" -> {
                    return Kind.BAD_KEY;
                }
                case "ACCESS_DENIED", "FORBIDDEN" -> {
                    return Kind.NO_ACCESS;
                }
                case "TIMEOUT", "NRDB:1109" -> {
                    return Kind.QUERY_TIMEOUT;
                }
                case "TOO_MANY_REQUESTS", "NRDB:1106924" -> {
                    return Kind.RATE_LIMITED;
                }
                case "INVALID_INPUT", "BAD_USER_INPUT", "NRDB:1107005", "ValidationError", "InvalidSyntax" -> {
                    return Kind.BAD_QUERY;
                }
                default -> {}
            }
        }
        return byMessage(message.toLowerCase(Locale.ROOT));
    }

    private static Kind byMessage(String message) {
        if (message.contains("not authorized") || message.contains("access denied")) {
            return Kind.NO_ACCESS;
        }
        if (message.contains("api key")) {
            return Kind.BAD_KEY;
        }
        if (message.contains("syntax error")
                || message.contains("unknown function")
                || message.contains("start time must be before")) {
            return Kind.BAD_QUERY;
        }
        if (message.contains("exceeded the set timeout")) {
            return Kind.QUERY_TIMEOUT;
        }
        return message.contains("too many requests") ? Kind.RATE_LIMITED : Kind.SERVER;
    }

    private static Message shortened(String message) {
        String line = message.replaceAll("\\p{Cntrl}+", " ").strip();
        if (line.isEmpty()) {
            return Message.of(NerdGraphException.class, "unsaid");
        }
        return Message.plain(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…");
    }
}
