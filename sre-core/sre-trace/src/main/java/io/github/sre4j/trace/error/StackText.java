package io.github.sre4j.trace.error;

import io.github.sre4j.trace.CodeLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a Java stack trace from text, leniently: what is no frame and no cause belongs to a message or is ignored. */
final class StackText {

    private static final int MAX_LINES = 5_000;
    private static final Pattern FRAME =
            Pattern.compile("\\s*at\\s+(?:[^\\s/()]+/{1,2}){0,2}([\\w.$<>]+)\\.([\\w$<>]+)\\(([^()]*)\\).*");
    private static final Pattern HEADER = Pattern.compile("((?:[\\w$]+\\.)+[\\w$]+)(?::\\s?(.*))?");
    private static final Pattern NAMED_IN_MESSAGE =
            Pattern.compile("((?:[a-z_][\\w$]*\\.)+[A-Z][\\w$]*(?:Exception|Error|Throwable|Failure))(?::\\s(.*))?");

    private StackText() {}

    /** The exceptions from outermost to innermost; suppressed ones are left out. */
    static List<Thrown> chain(@Nullable String stack) {
        List<Thrown> chain = new ArrayList<>();
        if (stack == null || stack.isBlank()) {
            return chain;
        }
        String header = "";
        List<CodeLocation> frames = new ArrayList<>();
        boolean suppressed = false;
        boolean first = true;
        for (String line : stack.lines().limit(MAX_LINES).toList()) {
            String text = line.strip();
            Matcher frame = FRAME.matcher(line);
            if (text.startsWith("Suppressed:")) {
                suppressed = true;
            } else if (text.startsWith("Caused by:") && !(suppressed && startsDeep(line))) {
                chain.add(thrown(header, frames));
                header = text.substring("Caused by:".length()).strip();
                frames = new ArrayList<>();
                suppressed = false;
            } else if (frame.matches()) {
                if (!suppressed) {
                    frames.add(place(frame));
                }
            } else if (first) {
                header = text;
            }
            first = false;
        }
        chain.add(thrown(header, frames));
        return chain;
    }

    /** A cause of a suppressed exception is indented like the suppressed exception itself. */
    private static boolean startsDeep(String line) {
        return line.startsWith("\t") || line.startsWith("  ");
    }

    private static Thrown thrown(String header, List<CodeLocation> frames) {
        Matcher matcher = HEADER.matcher(header);
        boolean named = matcher.matches();
        return new Thrown(named ? matcher.group(1) : null, named ? matcher.group(2) : null, List.copyOf(frames));
    }

    private static CodeLocation place(Matcher frame) {
        String at = frame.group(3);
        int colon = at.lastIndexOf(':');
        int line = 0;
        if (colon > 0 && at.length() - colon < 9 && at.chars().skip(colon + 1).allMatch(Character::isDigit)) {
            line = colon + 1 < at.length() ? Integer.parseInt(at.substring(colon + 1)) : 0;
        }
        String file = colon > 0 ? at.substring(0, colon) : at;
        boolean known = !file.isEmpty() && !file.startsWith("Unknown") && !file.startsWith("Native");
        return new CodeLocation(frame.group(1), frame.group(2), known ? file : null, line);
    }

    /**
     * The last exception that a wrapper's message names, such as {@code Request processing failed:
     * java.lang.IllegalStateException: no stock}; null if it names none.
     */
    static @Nullable Thrown namedIn(@Nullable String message) {
        if (message == null || message.length() > 10_000) {
            return null;
        }
        Matcher matcher = NAMED_IN_MESSAGE.matcher(message);
        Thrown last = null;
        int from = 0;
        while (matcher.find(from)) {
            last = new Thrown(matcher.group(1), matcher.group(2), List.of());
            from = matcher.end(1);
        }
        return last;
    }
}
