package io.github.sre4j.standard;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.Arrays;
import java.util.Locale;

/** What a miss does to the build. */
public enum Enforcement {
    /** Reports and passes. */
    OBSERVE,
    /** Fails on a new miss, or on a known one that got worse. */
    RATCHET,
    /** Fails on any miss. */
    ENFORCE;

    /** The word used in files and parameters. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the word, in any case.
     *
     * @throws IllegalArgumentException if it is none of the three; the message names them
     */
    public static Enforcement of(String word) {
        return Arrays.stream(values())
                .filter(value -> value.id().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(Message.of(
                        Enforcement.class,
                        "unknown-enforcement",
                        word,
                        Arrays.stream(values()).map(Enforcement::id).toList())));
    }
}
