package io.github.sre4j.examples.standin.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A request as it came. Immutable. */
public final class HttpRequest {
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, String> headers;
    private final byte[] body;

    HttpRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    public String method() {
        return method;
    }

    /** Without what follows a question mark. */
    public String path() {
        return path;
    }

    /** What follows the question mark, still encoded; empty if nothing does. */
    public String query() {
        return query;
    }

    /** By name in lower case; of repeated ones the last. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The value of a header, its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public InputStream body() {
        return new ByteArrayInputStream(body);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Without headers, which may hold a key. */
    @Override
    public String toString() {
        return method + " " + path + " (" + body.length + " bytes)";
    }
}
