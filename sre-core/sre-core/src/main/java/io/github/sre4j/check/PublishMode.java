package io.github.sre4j.check;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.List;

/** Whether the summary of a check is sent to the telemetry backend. */
public enum PublishMode {
    /** It is sent. */
    SEND,
    /** It is shown instead. */
    DRY_RUN,
    /** Nothing is sent. */
    OFF;

    /**
     * Parses {@code true}, {@code dry-run} or {@code false}.
     *
     * @throws IllegalArgumentException if the text is none of them; the message names them
     */
    public static PublishMode of(String text) {
        return switch (text.strip()) {
            case "true" -> SEND;
            case "dry-run" -> DRY_RUN;
            case "false" -> OFF;
            default ->
                throw new InvalidInputException(
                        Message.of(PublishMode.class, "publish-how", text, List.of("true", "dry-run", "false")));
        };
    }
}
