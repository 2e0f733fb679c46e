package io.github.sre4j.prometheus.api;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Credentials for a server. Their text is for the request header alone. Immutable and thread-safe. */
public final class Credentials {

    /** No credentials, for a server that requires none. */
    public static final Credentials NONE = new Credentials(null, List.of());

    private final @Nullable String header;
    private final List<String> secrets;

    private Credentials(@Nullable String header, List<String> secrets) {
        this.header = header;
        this.secrets = secrets;
    }

    /**
     * Returns a bearer token.
     *
     * @param token the token
     * @param origin where it comes from, for messages
     * @throws IllegalArgumentException if it cannot be a token; the message names the origin, never the value
     */
    public static Credentials bearer(String token, Message origin) {
        String text = checked(token, origin);
        return new Credentials("Bearer " + text, List.of(text));
    }

    /**
     * Returns a user and a password, for Basic authentication.
     *
     * @param user the user, such as the instance id of Grafana Cloud
     * @param password the password or token
     * @param origin where the password comes from, for messages
     * @throws IllegalArgumentException if it cannot be a password; the message names the origin, never the value
     */
    public static Credentials basic(String user, String password, Message origin) {
        String text = checked(password, origin);
        String encoded =
                Base64.getEncoder().encodeToString((user.strip() + ":" + text).getBytes(StandardCharsets.UTF_8));
        return new Credentials("Basic " + encoded, List.of(text, encoded));
    }

    private static String checked(String secret, Message origin) {
        String text = secret.strip();
        if (text.isEmpty()) {
            throw new InvalidInputException(Message.of(PrometheusException.class, "secret-empty", origin));
        }
        if (text.startsWith("${") || text.startsWith("{")) {
            throw new InvalidInputException(Message.of(PrometheusException.class, "secret-placeholder", origin));
        }
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidInputException(Message.of(PrometheusException.class, "secret-characters", origin));
        }
        return text;
    }

    /** Returns the value of the header; empty if there is none. */
    Optional<String> header() {
        return Optional.ofNullable(header);
    }

    /** Returns a text without the credentials, which servers have been seen to quote. */
    String redact(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, "[secret]");
        }
        return redacted;
    }

    /** Returns whether both are the same credentials. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Credentials those && Objects.equals(header, those.header);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(header);
    }

    @Override
    public String toString() {
        return header == null ? "none" : "credentials";
    }
}
