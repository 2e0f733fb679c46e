package io.github.sre4j.examples.standin.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a request is answered. */
@FunctionalInterface
public interface Reply {
    /**
     * Writes the answer.
     *
     * @return whether the connection may serve another request
     */
    boolean send(Wire wire) throws IOException, InterruptedException;

    /** A proper answer. */
    static Reply of(int status, String contentType, String body) {
        return of(status, contentType, body, Map.of());
    }

    /** A proper answer with more headers. */
    static Reply of(int status, String contentType, String body, Map<String, String> more) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return wire -> {
            wire.head(status, headers(contentType, bytes.length, more));
            wire.write(bytes, 0, bytes.length);
            return true;
        };
    }

    /** The usual headers of a body. */
    static Map<String, String> headers(String contentType, int length, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("Content-Length", String.valueOf(length));
        headers.putAll(more);
        return headers;
    }
}
