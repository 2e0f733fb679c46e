package io.github.sre4j.prometheus;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.Arrays;
import java.util.List;

/** The statuses that make a request a failed one. */
public enum ErrorRule {
    /** 500 and above. */
    SERVER("server"),
    /** 400 and above but for 404, as agents of New Relic count by default. */
    AGENT("agent");

    private final String id;

    ErrorRule(String id) {
        this.id = id;
    }

    /** Returns the word used in files. */
    public String id() {
        return id;
    }

    /**
     * Parses the word used in files.
     *
     * @throws IllegalArgumentException if there is no such rule; the message lists them
     */
    public static ErrorRule parse(String text) {
        List<String> ids = Arrays.stream(values()).map(ErrorRule::id).toList();
        return Arrays.stream(values())
                .filter(rule -> rule.id.equals(text.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInputException(Message.of(PrometheusTelemetry.class, "config.errors", text, ids)));
    }

    /** Returns whether a request with a status failed. */
    boolean isFailure(String status) {
        return isServerError(status) || (this == AGENT && isClientError(status) && !status.equals("404"));
    }

    static boolean isServerError(String status) {
        return status.matches("5[0-9]{2}");
    }

    static boolean isClientError(String status) {
        return status.matches("4[0-9]{2}");
    }
}
