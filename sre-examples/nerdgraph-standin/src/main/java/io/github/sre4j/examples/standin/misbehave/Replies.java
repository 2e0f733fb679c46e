package io.github.sre4j.examples.standin.misbehave;

import io.github.sre4j.examples.standin.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Fault on the way: whole replies, and good replies spoilt. */
public final class Replies {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";

    private Replies() {}

    /** The reply that is given instead of working at all, for the modes that have one. */
    public static Optional<Reply> instead(Fault fault) {
        return Optional.ofNullable(
                switch (fault.mode()) {
                    case STATUS_401 ->
                        Reply.of(401, JSON, "{\"error\":{\"title\":\"The API key provided is invalid\"}}");
                    case STATUS_402 -> Reply.of(402, JSON, "{\"error\":{\"title\":\"Payment required\"}}");
                    case STATUS_403 -> Reply.of(403, JSON, "{\"error\":{\"title\":\"Forbidden\"}}");
                    case STATUS_404 -> Reply.of(404, HTML, page("404 Not Found"));
                    case STATUS_429 ->
                        Reply.of(429, JSON, "{\"error\":{\"title\":\"Too many requests\"}}", retryAfter(fault));
                    case STATUS_500 -> Reply.of(500, HTML, page("500 Internal Server Error"));
                    case STATUS_502 -> Reply.of(502, HTML, page("502 Bad Gateway"));
                    case STATUS_503 -> Reply.of(503, HTML, page("503 Service Unavailable"), retryAfter(fault));
                    case STATUS_504 -> Reply.of(504, HTML, page("504 Gateway Time-out"));
                    case REDIRECT -> Reply.of(302, HTML, "", Map.of("Location", "/login"));
                    case HTML -> Reply.of(200, HTML, page("Log in"));
                    case EMPTY_BODY -> Reply.of(200, JSON, "");
                    case BAD_API_KEY -> Reply.of(200, JSON, BAD_KEY);
                    case RATE_LIMITED ->
                        Reply.of(
                                200,
                                JSON,
                                "{\"data\":null,\"errors\":[{\"message\":\"Too many requests\",\"path\":[\"actor\"],"
                                        + "\"extensions\":{\"errorClass\":\"TOO_MANY_REQUESTS\"}}]}");
                    case NULL_DATA -> Reply.of(200, JSON, "{\"data\":null}");
                    case CONNECTION_CLOSED -> wire -> false;
                    case CONNECTION_RESET ->
                        wire -> {
                            wire.reset();
                            return false;
                        };
                    case GARBAGE ->
                        wire -> {
                            byte[] noise = "SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.ISO_8859_1);
                            wire.write(noise, 0, noise.length);
                            return false;
                        };
                    case STALL ->
                        wire -> {
                            wire.head(200, Reply.headers(JSON, 1_000, Map.of()));
                            wire.flush();
                            wire.awaitClient();
                            return false;
                        };
                    default -> null;
                });
    }

    /** What New Relic says to a key it does not know. */
    public static final String BAD_KEY = "{\"errors\":[{\"extensions\":{\"error_code\":\"BAD_API_KEY\"},"
            + "\"message\":\"Bad API Key or no API Key provided\"}]}";

    /** The good answer, spoilt if the mode spoils answers. */
    public static Reply spoilt(Fault fault, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return switch (fault.mode()) {
            case WRONG_CONTENT_TYPE -> Reply.of(200, "text/plain", body);
            case BROKEN_JSON -> Reply.of(200, JSON, body.substring(0, body.length() / 2));
            case CUT_BODY ->
                wire -> {
                    wire.head(200, Reply.headers(JSON, bytes.length, Map.of()));
                    wire.write(bytes, 0, bytes.length / 2);
                    return false;
                };
            case SLOW_DRIP ->
                wire -> {
                    wire.head(200, Reply.headers(JSON, bytes.length, Map.of()));
                    for (int i = 0; i < bytes.length; i++) {
                        wire.write(bytes, i, 1);
                        wire.flush();
                        Thread.sleep(fault.number("ms", 20));
                    }
                    return true;
                };
            default -> good(body);
        };
    }

    /** A good answer. */
    public static Reply good(String body) {
        return Reply.of(200, JSON, body);
    }

    private static Map<String, String> retryAfter(Fault fault) {
        String value = fault.word("retry-after", "");
        return value.isEmpty() ? Map.of() : Map.of("Retry-After", value);
    }

    private static String page(String title) {
        return "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body><h1>" + title
                + "</h1></body></html>\n";
    }
}
