package io.github.sre4j.telemetry.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the few needed fields of a row straight from its bytes and skips the rest, eight bytes at a time.
 *
 * <p>It knows flat objects of plain ASCII without escapes, which is what agents send. Whatever else it meets (escapes, other characters,
 * nested values, a needed key twice, unusual numbers or white space, anything that is not JSON) it does not judge: {@link #parse} says
 * so, and {@link StrictRow} decides. So it can only ever give what the strict reader gives. Not thread-safe.
 *
 * <p>It is kept short, and free of questions that are nearly always answered alike: a program that reads one file spends as much time on
 * compiling this class as on reading, and the compiler starts anew whenever a branch is taken that was not before.
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
    private static final int GUID_WORD = (int) word("guid");
    private static final int ERROR_WORD = (int) word("erro");
    private static final int TRUE_WORD = (int) word("true");
    private static final int FALSE_WORD = (int) word("fals");
    private static final int NULL_WORD = (int) word("null");
    private static final long DURATION_WORD = word("duration");
    private static final long TIMESTAMP_WORD = word("timestam");
    private static final long EVENT_TYPE_WORD = word("eventTyp");
    private static final ByteMatcher APP_NAME = new ByteMatcher("appName".getBytes(StandardCharsets.US_ASCII), 0, 7);

    private static final int NAME = 1;
    private static final int TIMESTAMP = 1 << 1;
    private static final int DURATION = 1 << 2;
    private static final int ERROR = 1 << 3;
    private static final int EVENT_TYPE = 1 << 4;
    private static final int TYPE = 1 << 5;
    private static final int APP = 1 << 6;
    private static final int GUID = 1 << 7;

    /** What is read; the other bits are {@link RowMarks}. */
    private static final int READ = NAME | TIMESTAMP | DURATION | ERROR | EVENT_TYPE | TYPE | APP | GUID;

    private static final int EPOCH_MILLIS_DIGITS = 13;
    private static final int NANO_DIGITS = 9;
    private static final int MOST_SECONDS_DIGITS = 9;
    private static final long[] TENS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    /** Beyond a year the strict reader says what is wrong. */
    private static final long LONGEST_NANOS = 365L * 24 * 3600 * 1_000_000_000;

    /** Longer lines may run into limits that the strict reader knows. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int LONGEST_KEY = 1000;
    private static final int LONGEST_NUMBER = 300;
    private static final int NOT_UNDERSTOOD = -1;

    private final KeyForms keys = new KeyForms();
    private byte[] bytes = {};

    private int seen;
    int nameFrom;
    int nameTo;
    int typeFrom;
    int typeTo;
    int appFrom;
    int appTo;
    int guidFrom;
    int guidTo;
    long timestampMillis;
    long durationNanos;
    boolean error;

    /**
     * Reads the row that begins at {@code from}.
     *
     * @param padded the bytes, with {@link Padding} behind the last one to read
     * @return the index just after the row's closing brace, or -1 if the row was not understood; only in the first case the fields mean
     *     anything
     */
    int parse(byte[] padded, int from) {
        bytes = padded;
        seen = 0;
        error = false;
        if (padded[from] != '{') {
            return NOT_UNDERSTOOD;
        }
        int at = from + 1;
        KeyForms.Form form = keys.start();
        while (true) {
            KeyForms.Form next = form.follower(padded, at);
            form = next == null ? unexpectedKey(form, at) : next;
            if (form == null) {
                return NOT_UNDERSTOOD;
            }
            at += form.length();
            at += padded[at] == ' ' ? 1 : 0;
            int known = form.constantLengthAt(padded, at);
            at = known > 0 ? at + known : value(form, at);
            if (at < 0) {
                return NOT_UNDERSTOOD;
            }
            byte after = padded[at++];
            if (after != ',') {
                return after == '}' && at - from <= MOST_BYTES ? at : NOT_UNDERSTOOD;
            }
            at += padded[at] == ' ' ? 1 : 0;
        }
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

    boolean hasGuid() {
        return (seen & GUID) != 0 && guidTo > guidFrom;
    }

    /** Returns the {@link RowMarks} of the row's keys. */
    int marks() {
        return seen & ~READ;
    }

    /** Whether name, timestamp and duration are all there and beyond doubt. */
    boolean complete() {
        int needed = NAME | TIMESTAMP | DURATION;
        return (seen & needed) == needed
                && nameTo > nameFrom
                && nameTo - nameFrom <= StrictRow.MAX_NAME
                && bytes[nameFrom] != ' '
                && durationNanos < LONGEST_NANOS;
    }

    /** Reads a key that did not follow the one before it so far; null if it is not a plain one. */
    private KeyForms.@Nullable Form unexpectedKey(KeyForms.Form previous, int from) {
        int to = bytes[from] == '"' ? afterString(from) : NOT_UNDERSTOOD;
        if (to < 0 || bytes[to] != ':' || to - from > LONGEST_KEY) {
            return null;
        }
        String key = new String(bytes, from + 1, to - from - 2, StandardCharsets.US_ASCII);
        return keys.learn(previous, bytes, from, to + 1, keyOf(from + 1, to - 1) | RowMarks.of(key));
    }

    private int keyOf(int from, int to) {
        return switch (to - from) {
            case 4 -> {
                int word = (int) INTS.get(bytes, from);
                yield word == NAME_WORD ? NAME : word == TYPE_WORD ? TYPE : word == GUID_WORD ? GUID : 0;
            }
            case 5 -> (int) INTS.get(bytes, from) == ERROR_WORD && bytes[from + 4] == 'r' ? ERROR : 0;
            case 7 -> APP_NAME.isAt(bytes, from) ? APP : 0;
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

    /** Passes a value and keeps it if it is needed; answers where it ends. */
    private int value(KeyForms.Form form, int from) {
        int all = form.meaning();
        int meaning = all & READ;
        if ((seen & meaning) != 0) {
            return NOT_UNDERSTOOD;
        }
        seen |= all;
        byte first = bytes[from];
        if (first != '"') {
            return digit(first) || first == '-' ? number(meaning, from) : literal(meaning, from);
        }
        int to = afterString(from);
        if (all == 0 && to >= 0) {
            form.remember(bytes, from, to);
        }
        return meaning == 0 || (to >= 0 && keepText(meaning, from + 1, to - 1)) ? to : NOT_UNDERSTOOD;
    }

    /** Keeps where a needed text stands; false if the key should have had another kind of value. */
    private boolean keepText(int meaning, int from, int to) {
        switch (meaning) {
            case NAME -> {
                nameFrom = from;
                nameTo = to;
            }
            case APP -> {
                appFrom = from;
                appTo = to;
            }
            case GUID -> {
                guidFrom = from;
                guidTo = to;
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

    private int number(int meaning, int from) {
        int whole = bytes[from] == '-' ? from + 1 : from;
        int at = whole;
        long value = 0;
        for (; digit(bytes[at]); at++) {
            value = value * 10 + (bytes[at] - '0');
        }
        int wholeDigits = at - whole;
        if (wholeDigits == 0 || (wholeDigits > 1 && bytes[whole] == '0')) {
            return NOT_UNDERSTOOD;
        }
        int decimals = 0;
        if (bytes[at] == '.') {
            int fraction = ++at;
            for (; digit(bytes[at]); at++) {
                value = at - fraction < NANO_DIGITS ? value * 10 + (bytes[at] - '0') : value;
            }
            decimals = at - fraction;
            if (decimals == 0) {
                return NOT_UNDERSTOOD;
            }
        }
        boolean plain = whole == from;
        if ((bytes[at] | ' ') == 'e') {
            plain = false;
            at = afterExponent(at);
        }
        // Longer ones may run into limits that the strict reader knows.
        boolean understood = at >= 0
                && at - from <= LONGEST_NUMBER
                && (meaning == 0 || (plain && keepNumber(meaning, value, wholeDigits, decimals, at)));
        return understood ? at : NOT_UNDERSTOOD;
    }

    private int afterExponent(int from) {
        int digits = from + (bytes[from + 1] == '+' || bytes[from + 1] == '-' ? 2 : 1);
        int at = digits;
        while (digit(bytes[at])) {
            at++;
        }
        return at > digits ? at : NOT_UNDERSTOOD;
    }

    /** Keeps a needed number; false if the key should have had another kind of value, or the number is unusual. */
    private boolean keepNumber(int meaning, long value, int wholeDigits, int decimals, int to) {
        if (meaning == TIMESTAMP) {
            timestampMillis = value;
            return wholeDigits == EPOCH_MILLIS_DIGITS && decimals == 0;
        }
        if (meaning != DURATION || wholeDigits > MOST_SECONDS_DIGITS) {
            return false;
        }
        if (decimals <= NANO_DIGITS) {
            durationNanos = value * TENS[NANO_DIGITS - decimals];
            return true;
        }
        return roundedNanos(value, to - decimals + NANO_DIGITS, to);
    }

    /** Keeps a duration with digits beyond nanoseconds, from {@code from} on; false if they are exactly half a nanosecond. */
    private boolean roundedNanos(long value, int from, int to) {
        int first = bytes[from] - '0';
        boolean more = false;
        for (int i = from + 1; i < to; i++) {
            more |= bytes[i] != '0';
        }
        durationNanos = first >= 5 ? value + 1 : value;
        return first != 5 || more;
    }

    private int literal(int meaning, int from) {
        int word = (int) INTS.get(bytes, from);
        if (word == FALSE_WORD && bytes[from + 4] == 'e' && (meaning & ~ERROR) == 0) {
            return from + 5;
        }
        if (word == TRUE_WORD && (meaning & ~ERROR) == 0) {
            error |= meaning == ERROR;
            return from + 4;
        }
        return word == NULL_WORD && meaning == 0 ? from + 4 : NOT_UNDERSTOOD;
    }

    /** Where the string that begins at {@code from} ends, just after its closing quote, if it is printable ASCII without escapes. */
    private int afterString(int from) {
        int at = from + 1;
        while (true) {
            long word = (long) LONGS.get(bytes, at);
            // In each byte the high bit is set where it is a quote, a backslash, a control character or no ASCII at
            // all. A borrow can set it wrongly only above a byte where it is set rightly, and only the lowest one
            // counts.
            long quote = word ^ QUOTES;
            long backslash = word ^ BACKSLASHES;
            long special = ((quote - ONES & ~quote) | (backslash - ONES & ~backslash) | (word - SPACES & ~word) | word)
                    & HIGHS;
            if (special != 0) {
                at += Long.numberOfTrailingZeros(special) >>> 3;
                return bytes[at] == '"' ? at + 1 : NOT_UNDERSTOOD;
            }
            at += Long.BYTES;
        }
    }

    /** Up to eight characters as they are read from memory at once. */
    private static long word(String text) {
        long word = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            word = word << 8 | text.charAt(i);
        }
        return word;
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }
}
