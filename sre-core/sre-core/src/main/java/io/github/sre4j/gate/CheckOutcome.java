package io.github.sre4j.gate;

import java.util.Arrays;

/** How a check as a whole came out. */
public enum CheckOutcome {
    /** There was telemetry, and nothing in it fails this build. */
    PASSED("passed"),
    /** Endpoints miss the standard, and this build is to fail for it. */
    MISSED("missed"),
    /** The service has no telemetry in the window. */
    NO_TELEMETRY("no-telemetry"),
    /** The answers of the source contradict each other: requests are missing in them, or are there twice. */
    TELEMETRY_INCOMPLETE("telemetry-incomplete"),
    /** There is telemetry, but it is damaged or its backend does not answer. */
    TELEMETRY_UNREADABLE("telemetry-unreadable"),
    /** A file, a parameter or a name is wrong. */
    MISCONFIGURED("misconfigured");

    private final String id;

    CheckOutcome(String id) {
        this.id = id;
    }

    /**
     * Reads the word used in files.
     *
     * @throws IllegalArgumentException if it is none; the message names it
     */
    public static CheckOutcome of(String word) {
        return Arrays.stream(values())
                .filter(value -> value.id.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown outcome '" + word + "'"));
    }

    /** The word used in files. */
    public String id() {
        return id;
    }
}
