package io.github.sre4j.alerts.migrate.report;

import io.github.sre4j.alerts.migrate.finding.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines for the mapping file that answer open questions, as comments with suggestions. */
public final class QuestionsYaml {

    private QuestionsYaml() {}

    /** Returns the lines, by section. */
    public static String of(List<Question> questions) {
        Map<String, List<Question>> sections = new LinkedHashMap<>();
        questions.forEach(question -> sections.computeIfAbsent(question.section(), any -> new ArrayList<>())
                .add(question));
        StringBuilder out = new StringBuilder();
        sections.forEach((section, asked) -> {
            out.append(section).append(":\n");
            for (Question question : asked) {
                out.append("  ")
                        .append(quoted(question.key()))
                        .append(": ")
                        .append(value(question.suggestions().get(0)))
                        .append(question.suggestions().size() > 1 ? "  # " + rest(question) : "")
                        .append('\n');
            }
        });
        return out.toString();
    }

    private static String rest(Question question) {
        return String.join(
                ", ", question.suggestions().subList(1, question.suggestions().size()));
    }

    private static String value(String suggestion) {
        return suggestion.startsWith("{") || suggestion.matches("[\\w.-]+") ? suggestion : quoted(suggestion);
    }

    private static String quoted(String text) {
        StringBuilder safe = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                safe.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c)) {
                safe.append("\\x%02x".formatted(c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.append('"').toString();
    }
}
