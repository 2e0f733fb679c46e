package io.github.sre4j.gate;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What becomes of a build whose service has no telemetry in the window. */
public enum OnNoData {
    /** It fails, because most often a name or a window is wrong. */
    FAIL,
    /** It goes on with a warning. */
    WARN;

    /** The word used in files and parameters. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the word, in any case.
     *
     * @throws IllegalArgumentException if it is neither; the message names both
     */
    public static OnNoData of(String word) {
        return Arrays.stream(values())
                .filter(value -> value.id().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        Message.of(OnNoData.class, "unknown-value", word, List.of("fail", "warn"))));
    }
}
