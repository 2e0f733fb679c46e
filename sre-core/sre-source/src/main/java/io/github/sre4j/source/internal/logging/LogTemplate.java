package io.github.sre4j.source.internal.logging;

import io.github.sre4j.source.internal.program.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The fixed parts of a logged message, in order; between them stands anything.
 *
 * @param parts the fixed parts; the first and the last may be empty
 */
record LogTemplate(List<String> parts) {

    /** {@code {}} of SLF4J and Log4j, {@code {0}} of java.util.logging, {@code %s} of printf, and parts only a run can tell. */
    private static final Pattern HOLES =
            Pattern.compile(Values.UNKNOWN + "|\\{\\d*(?:,[^}]*)?}|%[-#+ 0,(]*\\d*(?:\\.\\d+)?[a-zA-Z]");

    LogTemplate {
        parts = List.copyOf(parts);
    }

    static LogTemplate of(String text) {
        return new LogTemplate(List.of(HOLES.split(text, -1)));
    }

    /** Number of fixed characters that are no white space. */
    int fixed() {
        return parts.stream()
                .mapToInt(each -> each.replaceAll("\\s", "").length())
                .sum();
    }

    /** Whether a message can come from it. One pass: no pattern that a hostile message could make slow. */
    boolean matches(String message) {
        List<String> all = new ArrayList<>(parts);
        if (all.size() == 1) {
            return message.strip().equals(all.get(0).strip());
        }
        String first = all.remove(0);
        String last = all.remove(all.size() - 1);
        if (!message.startsWith(first)
                || !message.endsWith(last)
                || message.length() < first.length() + last.length()) {
            return false;
        }
        int at = first.length();
        int end = message.length() - last.length();
        for (String each : all) {
            int found = message.indexOf(each, at);
            if (found < 0 || found + each.length() > end) {
                return false;
            }
            at = found + each.length();
        }
        return true;
    }
}
