package io.github.sre4j.newrelic.publish;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;

/** A New Relic licence (ingest) key. It shows itself to nobody: its text is for the request header alone. Thread-safe. */
public final class IngestKey {

    private final String secret;

    private IngestKey(String secret) {
        this.secret = secret;
    }

    /**
     * Takes a key.
     *
     * @param secret the key
     * @param origin where it comes from, for messages
     * @throws IllegalArgumentException if it is empty, a user key, or text that no header can carry; the message never holds it
     */
    public static IngestKey of(String secret, String origin) {
        String key = secret.strip();
        if (key.startsWith("NRAK")) {
            throw new InvalidInputException(Message.of(IngestKey.class, "ingest-key.user", origin));
        }
        if (key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidInputException(Message.of(IngestKey.class, "ingest-key.wrong", origin));
        }
        return new IngestKey(key);
    }

    String header() {
        return secret;
    }

    @Override
    public String toString() {
        return "an ingest key";
    }
}
