package io.github.sre4j.fix;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads which lines a change touches from {@code git diff --unified=0 --src-prefix=a/ --dst-prefix=b/}. A hunk in which every line, taken out or
 * put in, is blank or a comment touches nothing: a comment repairs no endpoint. Reads as a stream. Not thread-safe.
 */
public final class DiffReader {

    private static final Pattern HUNK = Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*");
    private static final Pattern COMMENT =
            Pattern.compile("\\s*(?://.*|/\\*.*\\*/\\s*|/\\*(?!.*\\*/).*|\\*(?:\\s.*|/\\s*)?)?");

    private static final Pattern OCTAL = Pattern.compile("[0-3][0-7]{2}");

    private final Map<String, List<LineRange>> lines = new HashMap<>();
    private @Nullable String file;
    private @Nullable LineRange hunk;
    private boolean counts;
    private long left;

    private DiffReader() {}

    /**
     * Reads a diff to its end.
     *
     * @return the lines touched, by path from the root of the repository as {@code git} writes it; files that were removed are not among them
     * @throws IOException if the stream fails
     */
    public static Map<String, List<LineRange>> read(BufferedReader diff) throws IOException {
        DiffReader reader = new DiffReader();
        for (String line = diff.readLine(); line != null; line = diff.readLine()) {
            reader.next(line);
        }
        reader.endHunk();
        return reader.lines;
    }

    private void next(String line) {
        if (left > 0) {
            // Inside a hunk a line that looks like a header is code: its header said how many lines there are.
            if (line.startsWith("+") || line.startsWith("-")) {
                left--;
                counts |= !COMMENT.matcher(line.substring(1)).matches();
            }
            return;
        }
        if (line.startsWith("diff --git ")) {
            endHunk();
            file = null;
        } else if (line.startsWith("+++ ")) {
            file = path(line.substring("+++ ".length()));
        } else if (line.startsWith("@@ ")) {
            endHunk();
            begin(line);
        }
    }

    private void begin(String header) {
        Matcher match = HUNK.matcher(header);
        if (!match.matches()) {
            return;
        }
        try {
            int at = Integer.parseInt(match.group(2));
            int added = number(match.group(3));
            left = (long) number(match.group(1)) + added;
            hunk = added == 0 ? new LineRange(at + 1, at) : new LineRange(at, Math.addExact(at, added - 1));
            counts = false;
        } catch (ArithmeticException | IllegalArgumentException e) {
            // No file has that many lines; what cannot be placed touches nothing.
            hunk = null;
            left = 0;
        }
    }

    private void endHunk() {
        if (file != null && hunk != null && counts) {
            lines.computeIfAbsent(file, ignored -> new ArrayList<>()).add(hunk);
        }
        hunk = null;
    }

    private static int number(@Nullable String group) {
        return group == null ? 1 : Integer.parseInt(group);
    }

    private static @Nullable String path(String written) {
        // Git ends a path that holds a space with a tab.
        String path = written.startsWith("\"") ? unquoted(written) : written.replaceFirst("\t$", "");
        return path.startsWith("b/") ? path.substring(2) : null;
    }

    /** Undoes C-style quoting: bytes of UTF-8 as octal numbers, and the usual letters. */
    private static String unquoted(String written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(written.length());
        int i = 1;
        while (i < written.length() && written.charAt(i) != '"') {
            if (written.charAt(i) != '\\' || i + 1 == written.length()) {
                int c = written.codePointAt(i);
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            } else if (OCTAL.matcher(written).region(i + 1, written.length()).lookingAt()) {
                bytes.write(Integer.parseInt(written.substring(i + 1, i + 4), 8));
                i += 4;
            } else {
                bytes.write(letter(written.charAt(i + 1)));
                i += 2;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static char letter(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'a' -> '\u0007';
            case 'v' -> '\u000B';
            default -> escaped;
        };
    }
}
