package io.github.sre4j.trace.source;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import io.github.sre4j.trace.TraceNote;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

    private static final Pattern TRACE = Pattern.compile("(?<![0-9a-zA-Z])[0-9a-fA-F]{32}(?![0-9a-zA-Z])");
    private static final Pattern GUID = Pattern.compile("(?<![0-9a-zA-Z])[0-9a-fA-F]{16}(?![0-9a-zA-Z])");

    /** New Relic's pages keep their state as JSON in base64 in the address: it begins with a brace. */
    private static final Pattern STATE = Pattern.compile("(?<=[=/])eyJ[0-9A-Za-z+/_-]+={0,2}");

    private static final int LONGEST = 20_000;

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
        String searched = pasted.length() > LONGEST ? pasted.substring(0, LONGEST) : pasted;
        String text = searched + "\n" + unfolded(searched);
        Matcher trace = TRACE.matcher(text);
        if (trace.find()) {
            return new RequestId(trace.group().toLowerCase(Locale.ROOT), false);
        }
        Matcher guid = GUID.matcher(text);
        if (guid.find()) {
            return new RequestId(guid.group().toLowerCase(Locale.ROOT), true);
        }
        if (searched.contains("onenr.io/")) {
            throw new InvalidInputException(Message.of(TraceNote.class, "request.short-link"));
        }
        throw new InvalidInputException(Message.of(TraceNote.class, "request.no-id"));
    }

    /** What stands in the address behind percent signs and base64. */
    private static String unfolded(String address) {
        String plain = percents(address);
        StringBuilder unfolded = new StringBuilder(plain);
        Matcher states = STATE.matcher(plain);
        while (states.find()) {
            try {
                byte[] state = Base64.getUrlDecoder()
                        .decode(states.group().replace('+', '-').replace('/', '_'));
                unfolded.append('\n').append(percents(new String(state, StandardCharsets.UTF_8)));
            } catch (IllegalArgumentException e) {
                // It only looked like one: nothing is lost.
                unfolded.append('\n');
            }
        }
        return unfolded.toString();
    }

    private static String percents(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
