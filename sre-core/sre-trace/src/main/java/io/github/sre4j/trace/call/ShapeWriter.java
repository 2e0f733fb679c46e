package io.github.sre4j.trace.call;

import java.util.Arrays;

/**
 * Writes shapes into a buffer that is used again and again, and takes from {@link KnownShapes} the text that already is one object. Not thread-safe.
 *
 * <p>Statements go through in one pass: characters are sorted by a table, what stays is copied, values become {@code ?}, and a list of them becomes one
 * when its second element is written.
 */
final class ShapeWriter {

    /** What a character may start. */
    private static final byte COPIED = 0;

    private static final byte UPPER_CASE = 1;
    private static final byte BLANK = 2;
    private static final byte QUOTE = 3;
    private static final byte QUOTED_NAME = 4;
    private static final byte COMMENT = 5;
    private static final byte VALUE = 6;
    private static final byte OTHER = 7;

    private static final byte[] SORTS = sorts();
    /** By character: whether names go on with it. */
    private static final boolean[] NAME_PARTS = nameParts();

    /** Start and prime of FNV-1a, 64 bits. */
    private static final long HASH_START = 0xCBF2_9CE4_8422_2325L;

    private static final long HASH_PRIME = 0x100_0000_01B3L;

    private char[] text = new char[256];
    private char[] shape = new char[256];
    private int length;
    private boolean placeholders;
    private long values;
    private KnownShapes.Shape last = KnownShapes.NONE;

    private static byte[] sorts() {
        byte[] sorts = new byte[128];
        for (char c = 0; c < sorts.length; c++) {
            sorts[c] = c >= 'A' && c <= 'Z'
                    ? UPPER_CASE
                    : Character.isWhitespace(c) ? BLANK : (c >= '0' && c <= '9') ? VALUE : COPIED;
        }
        sorts['\''] = QUOTE;
        sorts['"'] = QUOTED_NAME;
        sorts['`'] = QUOTED_NAME;
        sorts['-'] = COMMENT;
        sorts['/'] = COMMENT;
        sorts['?'] = VALUE;
        sorts['$'] = VALUE;
        sorts[':'] = VALUE;
        return sorts;
    }

    private static boolean[] nameParts() {
        boolean[] parts = new boolean[128];
        for (char c = 0; c < parts.length; c++) {
            parts[c] = Character.isLetterOrDigit(c) || c == '_' || c == '$';
        }
        return parts;
    }

    private static byte sort(char c) {
        return c < 128 ? SORTS[c] : OTHER;
    }

    /** Starts a new shape. */
    ShapeWriter clear() {
        length = 0;
        placeholders = false;
        values = HASH_START;
        return this;
    }

    /** Appends a text as it is. */
    ShapeWriter append(String part) {
        if (length + part.length() > shape.length) {
            shape = Arrays.copyOf(shape, 2 * (length + part.length()));
        }
        part.getChars(0, part.length(), shape, length);
        length += part.length();
        return this;
    }

    /** Appends a text in lower case. */
    ShapeWriter appendLowerCase(String part) {
        int from = length;
        append(part);
        for (int i = from; i < length; i++) {
            shape[i] = Character.toLowerCase(shape[i]);
        }
        return this;
    }

    /** Writes the shape of a statement, instead of what was written before. */
    ShapeWriter statement(String sql) {
        clear();
        int size = sql.length();
        if (size > text.length) {
            text = new char[2 * size];
        }
        if (size > shape.length) {
            shape = new char[2 * size];
        }
        sql.getChars(0, size, text, 0);
        int at = 0;
        while (at < size) {
            at = copyPlain(at, size);
            if (at < size) {
                at = special(at, size);
            }
        }
        while (length > 0 && Character.isWhitespace(shape[length - 1])) {
            length--;
        }
        return this;
    }

    /** Copies letters, signs and blanks up to what needs a closer look, and returns where that is. Most of a statement goes this way. */
    private int copyPlain(int from, int size) {
        char[] in = text;
        char[] out = shape;
        int at = from;
        int to = length;
        for (; at < size; at++) {
            char c = in[at];
            byte sort = sort(c);
            if (sort == COPIED) {
                out[to++] = c;
            } else if (sort == BLANK) {
                if (to > 0 && out[to - 1] != ' ') {
                    out[to++] = ' ';
                }
            } else if (sort == UPPER_CASE) {
                out[to++] = (char) (c + ('a' - 'A'));
            } else {
                break;
            }
        }
        length = to;
        return at;
    }

    /** Writes what stands for what is no plain text, and returns where that ends. */
    private int special(int at, int size) {
        char c = text[at];
        switch (sort(c)) {
            case QUOTE -> {
                int end = afterQuoted(at, size);
                value(at, end);
                return end;
            }
            case QUOTED_NAME -> {
                int end = afterQuoted(at, size);
                System.arraycopy(text, at, shape, length, end - at);
                length += end - at;
                return end;
            }
            case COMMENT -> {
                return commentOr(c, at, size);
            }
            default -> {
                return valueOr(c, at, size);
            }
        }
    }

    private void blank() {
        if (length > 0 && shape[length - 1] != ' ') {
            shape[length++] = ' ';
        }
    }

    private int commentOr(char c, int at, int size) {
        char next = at + 1 < size ? text[at + 1] : ' ';
        if (c == '-' && next == '-') {
            blank();
            int end = at + 2;
            while (end < size && text[end] != '\n') {
                end++;
            }
            return Math.min(size, end + 1);
        }
        if (c == '/' && next == '*') {
            blank();
            int end = at + 2;
            while (end + 1 < size && !(text[end] == '*' && text[end + 1] == '/')) {
                end++;
            }
            return Math.min(size, end + 2);
        }
        shape[length++] = c;
        return at + 1;
    }

    /** What the table does not know, a number, or a bind variable ({@code $1}, {@code :name}, {@code ?3}), but no digit inside a name. */
    private int valueOr(char c, int at, int size) {
        char before = length == 0 ? ' ' : shape[length - 1];
        if (Character.isWhitespace(c)) {
            blank();
            return at + 1;
        }
        if (!isNamePart(before)) {
            char next = at + 1 < size ? text[at + 1] : ' ';
            boolean bound = c == '?'
                    || (c == '$' && Character.isDigit(next))
                    || (c == ':' && Character.isLetter(next) && before != ':');
            if (bound || Character.isDigit(c)) {
                int end = afterValue(at, size);
                value(at, end);
                placeholders |= bound;
                return end;
            }
        } else if (c == '?') {
            placeholders = true;
        }
        shape[length++] = Character.toLowerCase(c);
        return at + 1;
    }

    private static boolean isNamePart(char c) {
        return c < 128 ? NAME_PARTS[c] : Character.isLetterOrDigit(c);
    }

    private int afterValue(int at, int size) {
        int end = at + 1;
        while (end < size && (text[end] == '.' || (text[end] != '$' && isNamePart(text[end])))) {
            end++;
        }
        return end;
    }

    private int afterQuoted(int at, int size) {
        char quote = text[at];
        int end = at + 1;
        while (end < size) {
            if (text[end] == quote) {
                if (end + 1 >= size || text[end + 1] != quote) {
                    return end + 1;
                }
                end++;
            }
            end++;
        }
        return size;
    }

    /** Writes the place of a value; behind another one and a comma it is the same place: the length of a list is a value too. */
    private void value(int from, int to) {
        long hash = (values ^ (to - from)) * HASH_PRIME;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * HASH_PRIME;
        }
        values = hash;
        int before = beforeBlanks(length);
        if (before > 0 && shape[before - 1] == ',') {
            before = beforeBlanks(before - 1);
            if (before > 0 && shape[before - 1] == '?') {
                length = before;
                return;
            }
        }
        shape[length++] = '?';
    }

    private int beforeBlanks(int end) {
        int at = end;
        while (at > 0 && shape[at - 1] == ' ') {
            at--;
        }
        return at;
    }

    /** Whether the statement held placeholders where values belong, so that its values are not known. */
    boolean placeholders() {
        return placeholders;
    }

    /** A hash of the statement's values: equal for equal values in equal order. */
    long values() {
        return values;
    }

    /** What was written. */
    String text() {
        return new String(shape, 0, length);
    }

    /** What was written, as the object it was last time if that is still known. Calls in a row often are of one shape. */
    String text(KnownShapes known) {
        if (!last.is(shape, length)) {
            last = known.of(shape, length);
        }
        return last.text();
    }
}
