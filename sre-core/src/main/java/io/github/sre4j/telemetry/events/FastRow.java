package io.github.sre4j.telemetry.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Reads the few needed fields of a row straight from its bytes and skips the rest, eight bytes at a time.
 *
 * <p>It knows flat objects of plain ASCII without escapes, which is what agents send. Whatever else it meets (escapes, other characters,
 * nested values, a needed key twice, unusual numbers or white space, anything that is not JSON) it does not judge: {@link #parse} says
 * so, and {@link StrictRow} decides. So it can only ever give what the strict reader gives. Not thread-safe.
 */
final class FastRow {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int NAME_WORD = (int) word("name");
    private static final int TYPE_WORD = (int) word("type");
    private static final int ERROR_WORD = (int) word("erro");
    private static final long DURATION_WORD = word("duration");
    private static final long TIMESTAMP_WORD = word("timestam");
    private static final long EVENT_TYPE_WORD = word("eventTyp");

    private static final int NAME = 1;
    private static final int TIMESTAMP = 1 << 1;
    private static final int DURATION = 1 << 2;
    private static final int ERROR = 1 << 3;
    private static final int EVENT_TYPE = 1 << 4;
    private static final int TYPE = 1 << 5;
    private static final int APP = 1 << 6;

    private static final int MOST_DIGITS = 18;
    private static final int NANO_DIGITS = 9;

    /** Beyond a year the strict reader says what is wrong. */
    private static final long LONGEST_NANOS = 365L * 24 * 3600 * 1_000_000_000;

    /** Longer lines may run into limits that the strict reader knows. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int LONGEST_KEY = 1000;
    private static final int LONGEST_NUMBER = 300;

    private final KeyForms keys = new KeyForms();
    private KeyForms.Form previous = keys.start();
    private byte[] bytes = {};
    private int at;
    private int end;
    private boolean sure;

    private int seen;
    int nameFrom;
    int nameTo;
    int typeFrom;
    int typeTo;
    int appFrom;
    int appTo;
    long timestampMillis;
    long durationNanos;
    boolean error;

    /**
     * Reads the row that begins at {@code from}.
     *
     * @param to where the bytes end; the row may end before
     * @return the index just after the row's closing brace, or -1 if the row was not understood; only in the first case the fields mean
     *     anything
     */
    int parse(byte[] row, int from, int to) {
        bytes = row;
        at = from;
        end = to;
        seen = 0;
        error = false;
        sure = true;
        previous = keys.start();
        if (at >= end || bytes[at++] != '{') {
            return -1;
        }
        while (field()) {
            if (at >= end) {
                return -1;
            }
            byte next = bytes[at++];
            if (next == '}') {
                return at - from > MOST_BYTES ? -1 : at;
            }
            if (next != ',') {
                return -1;
            }
            skipSpace();
        }
        return -1;
    }

    boolean hasType() {
        return (seen & (EVENT_TYPE | TYPE)) != 0;
    }

    boolean hasError() {
        return (seen & ERROR) != 0;
    }

    boolean hasApp() {
        return (seen & APP) != 0;
    }

    /** Whether name, timestamp and duration are all there and beyond doubt. */
    boolean complete() {
        int needed = NAME | TIMESTAMP | DURATION;
        return (seen & needed) == needed
                && nameTo > nameFrom
                && bytes[nameFrom] != ' '
                && durationNanos < LONGEST_NANOS;
    }

    /** Passes a key, its colon and its value; answers whether it was understood. */
    private boolean field() {
        KeyForms.Form form = previous.follower(bytes, at, end);
        if (form != null) {
            at += form.length();
        } else {
            form = unexpectedKey();
            if (form == null) {
                return false;
            }
        }
        previous = form;
        skipSpace();
        int meaning = form.meaning();
        if (meaning == 0) {
            int known = form.constant().lengthAt(bytes, at, end);
            if (known > 0) {
                at += known;
                return true;
            }
        } else if ((seen & meaning) != 0) {
            return false;
        }
        seen |= meaning;
        return value(form, meaning) && sure;
    }

    /** Reads a key that did not follow the one before it so far; null if it is not a plain one. */
    private KeyForms.@Nullable Form unexpectedKey() {
        int from = at;
        if (!string()) {
            return null;
        }
        int to = at - 1;
        if (at >= end || bytes[at++] != ':' || to - from > LONGEST_KEY) {
            return null;
        }
        return keys.learn(previous, bytes, from, at, keyOf(from + 1, to));
    }

    /** Passes a value; keeps it if it is needed. */
    private boolean value(KeyForms.Form form, int meaning) {
        if (at >= end) {
            return false;
        }
        if (bytes[at] != '"') {
            return scalar(meaning);
        }
        int from = at;
        if (!string()) {
            return false;
        }
        if (meaning == 0) {
            form.constant().set(bytes, from, at, end);
            return true;
        }
        return text(meaning, from + 1, at - 1);
    }

    private boolean scalar(int meaning) {
        switch (meaning) {
            case 0 -> skipScalar();
            case TIMESTAMP -> timestamp();
            case DURATION -> duration();
            case ERROR -> error();
            default -> sure = false;
        }
        return sure;
    }

    private int keyOf(int from, int to) {
        return switch (to - from) {
            case 4 -> {
                int word = (int) INTS.get(bytes, from);
                yield word == NAME_WORD ? NAME : word == TYPE_WORD ? TYPE : 0;
            }
            case 5 -> (int) INTS.get(bytes, from) == ERROR_WORD && bytes[from + 4] == 'r' ? ERROR : 0;
            case 7 -> bytes[from] == 'a' && is(from, "appName") ? APP : 0;
            case 8 -> (long) LONGS.get(bytes, from) == DURATION_WORD ? DURATION : 0;
            case 9 -> {
                long word = (long) LONGS.get(bytes, from);
                yield word == TIMESTAMP_WORD && bytes[from + 8] == 'p'
                        ? TIMESTAMP
                        : word == EVENT_TYPE_WORD && bytes[from + 8] == 'e' ? EVENT_TYPE : 0;
            }
            default -> 0;
        };
    }

    private boolean is(int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Keeps where a needed text stands; false if the key should have had another kind of value. */
    private boolean text(int meaning, int from, int to) {
        switch (meaning) {
            case NAME -> {
                nameFrom = from;
                nameTo = to;
            }
            case APP -> {
                appFrom = from;
                appTo = to;
            }
            case EVENT_TYPE, TYPE -> {
                // The event type wins over the type, whichever comes first.
                if (meaning == EVENT_TYPE || (seen & EVENT_TYPE) == 0) {
                    typeFrom = from;
                    typeTo = to;
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void timestamp() {
        int from = at;
        long value = 0;
        while (at < end && digit(bytes[at])) {
            value = value * 10 + (bytes[at++] - '0');
        }
        int digits = at - from;
        // A timestamp of another length is no epoch milliseconds of our time; a fraction or exponent ends in a
        // character that is not expected.
        sure &= digits == 13 && bytes[from] != '0';
        timestampMillis = value;
    }

    private void duration() {
        int from = at;
        long value = 0;
        while (at < end && digit(bytes[at])) {
            value = value * 10 + (bytes[at++] - '0');
        }
        int whole = at - from;
        if (whole == 0 || whole > MOST_DIGITS - NANO_DIGITS || (whole > 1 && bytes[from] == '0')) {
            sure = false;
            return;
        }
        int decimals = 0;
        if (at < end && bytes[at] == '.') {
            at++;
            while (at < end && decimals < NANO_DIGITS && digit(bytes[at])) {
                value = value * 10 + (bytes[at++] - '0');
                decimals++;
            }
            if (decimals == 0) {
                sure = false;
                return;
            }
        }
        for (int i = decimals; i < NANO_DIGITS; i++) {
            value *= 10;
        }
        durationNanos = decimals == NANO_DIGITS && at < end && digit(bytes[at]) ? value + beyondNanos() : value;
        if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
            sure = false;
        }
    }

    /** What the digits beyond nanoseconds round to: 0 or 1. Exactly half is left to the strict reader. */
    private int beyondNanos() {
        int first = bytes[at++] - '0';
        boolean more = false;
        while (at < end && digit(bytes[at])) {
            more |= bytes[at++] != '0';
        }
        if (first == 5 && !more) {
            sure = false;
        }
        return first >= 5 ? 1 : 0;
    }

    private void error() {
        if (literal("true")) {
            error = true;
        } else if (!literal("false")) {
            sure = false;
        }
    }

    private void skipScalar() {
        byte first = bytes[at];
        if (first == '-' || digit(first)) {
            number();
        } else if (!literal("true") && !literal("false") && !literal("null")) {
            sure = false;
        }
    }

    private void number() {
        if (bytes[at] == '-') {
            at++;
        }
        int from = at;
        digits();
        if (at == from || (at - from > 1 && bytes[from] == '0')) {
            sure = false;
        }
        if (at < end && bytes[at] == '.') {
            int fraction = ++at;
            digits();
            sure &= at > fraction;
        }
        if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
            exponent();
        }
        // Longer ones may run into limits that the strict reader knows.
        sure &= at - from <= LONGEST_NUMBER;
    }

    private void exponent() {
        at++;
        if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
            at++;
        }
        int from = at;
        digits();
        sure &= at > from;
    }

    private void digits() {
        while (at < end && digit(bytes[at])) {
            at++;
        }
    }

    private boolean literal(String word) {
        if (end - at < word.length() || !is(at, word)) {
            return false;
        }
        at += word.length();
        return true;
    }

    /** Passes a string of printable ASCII without escapes, from its opening quote to just after its closing one. */
    private boolean string() {
        if (at >= end || bytes[at] != '"') {
            sure = false;
            return false;
        }
        int i = at + 1;
        while (i + Long.BYTES <= end) {
            long word = (long) LONGS.get(bytes, i);
            // In each byte the high bit is set where it is a quote, a backslash, a control character or no ASCII at
            // all. A borrow can set it
            // wrongly only above a byte where it is set rightly, and only the lowest one counts.
            long quote = word ^ QUOTES;
            long backslash = word ^ BACKSLASHES;
            long special = ((quote - ONES & ~quote) | (backslash - ONES & ~backslash) | (word - SPACES & ~word) | word)
                    & HIGHS;
            if (special != 0) {
                i += Long.numberOfTrailingZeros(special) >>> 3;
                return closed(i);
            }
            i += Long.BYTES;
        }
        while (i < end && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        return closed(i);
    }

    private boolean closed(int i) {
        if (i < end && bytes[i] == '"') {
            at = i + 1;
            return true;
        }
        sure = false;
        return false;
    }

    /** Up to eight characters as they are read from memory at once. */
    private static long word(String text) {
        long word = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            word = word << 8 | text.charAt(i);
        }
        return word;
    }

    private void skipSpace() {
        if (at < end && bytes[at] == ' ') {
            at++;
        }
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }
}
