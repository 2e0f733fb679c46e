package io.github.sre4j.newrelic.nerdgraph;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * A New Relic user key. It shows itself to nobody: its text is for the request header alone.
 *
 * <p>Thread-safe.
 */
public final class UserKey {

    private final String secret;

    private final Message origin;

    private UserKey(String secret, Message origin) {
        this.secret = secret;
        this.origin = origin;
    }

    /**
     * Takes a key.
     *
     * @param secret the key
     * @param origin where it comes from, for messages, such as {@code NEW_RELIC_API_KEY}
     * @throws IllegalArgumentException if it is no key but an unresolved placeholder, an encrypted text, empty, or text that no header can
     *     carry; the message names the origin, never the value
     */
    public static UserKey of(String secret, String origin) {
        return of(secret, Message.plain(origin));
    }

    /** The same, where the origin has words. */
    public static UserKey of(String secret, Message origin) {
        String key = secret.strip();
        if (key.isEmpty()) {
            throw new InvalidInputException(Message.of(NerdGraphException.class, "key-empty", origin));
        }
        if (key.startsWith("${") || key.startsWith("{")) {
            throw new InvalidInputException(Message.of(NerdGraphException.class, "key-placeholder", origin));
        }
        if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidInputException(Message.of(NerdGraphException.class, "key-characters", origin));
        }
        return new UserKey(key, origin);
    }

    /** Whether it begins as user keys do. Other kinds of keys (licence, ingest, query) do not open NerdGraph. */
    public boolean looksLikeUserKey() {
        return secret.startsWith("NRAK") || secret.startsWith("NRAA");
    }

    /** Where it comes from, for messages. */
    public Message origin() {
        return origin;
    }

    /** A text without the key, should somebody have put it there: servers have been seen to quote what they refuse. */
    String redact(String text) {
        return text.replace(secret, "[key]");
    }

    /** Whether both are the same key. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UserKey key && key.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    /** For the request header. */
    String header() {
        return secret;
    }

    @Override
    public String toString() {
        return "a user key";
    }
}
