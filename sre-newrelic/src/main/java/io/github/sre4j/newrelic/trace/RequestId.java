package io.github.sre4j.newrelic.trace;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody pasted to name a request: a trace id, the guid of a transaction, or an address of New Relic that holds one.
 *
 * @param id the id, in lower case
 * @param transaction whether it is the guid of a transaction instead of a trace id
 */
public record RequestId(String id, boolean transaction) {

    private static final Pattern TRACE = Pattern.compile("(?<![0-9a-fA-F])[0-9a-fA-F]{32}(?![0-9a-fA-F])");
    private static final Pattern GUID = Pattern.compile("(?<![0-9a-fA-F])[0-9a-fA-F]{16}(?![0-9a-fA-F])");

    /** Refuses null. */
    public RequestId {
        Objects.requireNonNull(id, "id");
    }

    /**
     * Finds the id in what was pasted; a trace id wins over a guid.
     *
     * @throws IllegalArgumentException if there is none; the message says what one looks like
     */
    public static RequestId in(String pasted) {
        Matcher trace = TRACE.matcher(pasted);
        if (trace.find()) {
            return new RequestId(trace.group().toLowerCase(Locale.ROOT), false);
        }
        Matcher guid = GUID.matcher(pasted);
        if (guid.find()) {
            return new RequestId(guid.group().toLowerCase(Locale.ROOT), true);
        }
        throw new IllegalArgumentException(
                "there is no trace id in what was given: one is 32 hexadecimal digits (the guid of a transaction 16); paste it, or an address that"
                        + " holds it");
    }

    @Override
    public String toString() {
        return id;
    }
}
