package io.github.sre4j.trace.period.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The constant words of a log message: values such as numbers, ids, addresses and quoted texts become {@code *}.
 *
 * @param location place in the source that the message itself names, such as {@code OrderService.java:57} or {@code o.OrderService#57}, or null
 * @param words at most {@value #MAX_WORDS} words, in order
 */
record LogText(@Nullable String location, List<String> words) {

    /** A message varies mostly at its end: lists, values of objects. */
    static final int MAX_WORDS = 12;

    private static final int MAX_CHARS = 600;
    private static final String VALUE = "*";

    /** {@code Name.java:12}, {@code a.b.Name#12}, {@code Name.method:12}; the class starts with a capital letter. */
    private static final Pattern LOCATION =
            Pattern.compile("(?<![\\w$.])((?:[\\w$\\[\\]]+\\.)*[A-Z\\[][\\w$\\[\\].]*(?:#|:)\\d{1,5})(?![\\w:.])");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]{0,300}\"|'[^']{2,300}'|\\{[^{}]{0,300}\\}");
    private static final Pattern SEPARATORS =
            Pattern.compile("[\\s,;=()\\[\\]{}<>|\"']+|:(?=\\s|$)|(?<=[A-Za-z]):(?=\\S)");
    private static final Pattern SOURCE_LINE = Pattern.compile("\\s+at [\\w.$/]+\\(");

    /** Copies the list. */
    LogText {
        words = List.copyOf(words);
    }

    static LogText of(String message) {
        String text = message.length() > MAX_CHARS ? message.substring(0, MAX_CHARS) : message;
        Matcher stack = SOURCE_LINE.matcher(text);
        if (stack.find()) {
            text = text.substring(0, stack.start());
        }
        Matcher found = LOCATION.matcher(text);
        String location = found.find() ? found.group(1) : null;
        List<String> words = new ArrayList<>();
        for (String word : SEPARATORS.split(QUOTED.matcher(text).replaceAll(" * "), -1)) {
            if (word.isEmpty()) {
                continue;
            }
            String masked = isValue(word) ? VALUE : word;
            boolean repeated = masked.equals(VALUE)
                    && !words.isEmpty()
                    && words.get(words.size() - 1).equals(VALUE);
            if (!repeated) {
                words.add(masked);
            }
            if (words.size() == MAX_WORDS) {
                break;
            }
        }
        return new LogText(location, words);
    }

    private static boolean isValue(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isDigit(c) || c == '@' || c == '/' || c == '%' || c == '*') {
                return true;
            }
        }
        return word.length() > 40;
    }
}
