package io.github.sre4j.prometheus.promql;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The series of one service, such as {@code application="orders"}.
 *
 * @param matchers the conditions, all of which hold
 */
public record Selector(List<LabelMatcher> matchers) {

    private static final Pattern MATCHER = Pattern.compile(
            "\\s*([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)\\s*(?:\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'((?:[^'\\\\\\n]|\\\\.)*)')\\s*(,|$)");

    /** Copies the list. */
    public Selector {
        matchers = List.copyOf(matchers);
    }

    /**
     * Parses label matchers, with or without braces.
     *
     * @throws IllegalArgumentException if the text is anything else; the message shows what is allowed
     */
    public static Selector parse(String text) {
        String rest = text.strip();
        if (rest.startsWith("{") && rest.endsWith("}")) {
            rest = rest.substring(1, rest.length() - 1);
        }
        List<LabelMatcher> matchers = new ArrayList<>();
        Matcher next = MATCHER.matcher(rest);
        int at = 0;
        while (at < rest.length() && next.find(at) && next.start() == at) {
            matchers.add(new LabelMatcher(
                    next.group(1),
                    operator(next.group(2)),
                    unescaped(next.group(3) == null ? next.group(4) : next.group(3))));
            at = next.end();
        }
        if (at < rest.length() || matchers.isEmpty()) {
            throw new InvalidInputException(Message.of(Selector.class, "selector", text));
        }
        if (matchers.stream().anyMatch(matcher -> matcher.label().equals("__name__"))) {
            throw new InvalidInputException(Message.of(Selector.class, "selector-name", text));
        }
        return new Selector(matchers);
    }

    /** Returns this selector with further conditions. */
    public Selector with(LabelMatcher... more) {
        List<LabelMatcher> all = new ArrayList<>(matchers);
        all.addAll(Arrays.asList(more));
        return new Selector(all);
    }

    /** Returns the selector in braces, for a metric's name before it. */
    public String braces() {
        return matchers.stream().map(LabelMatcher::text).collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public String toString() {
        return braces();
    }

    private static LabelMatcher.Operator operator(String sign) {
        return Arrays.stream(LabelMatcher.Operator.values())
                .filter(operator -> operator.sign().equals(sign))
                .findFirst()
                .orElseThrow();
    }

    private static String unescaped(String quoted) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c == '\\' && i + 1 < quoted.length()) {
                i++;
                plain.append(quoted.charAt(i) == 'n' ? '\n' : quoted.charAt(i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
