package io.github.sre4j.trace.period.profile;

import io.github.sre4j.trace.LogLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Groups log lines by the statement that wrote them. A line that names its place in the source is grouped by it; any other by its logger, severity,
 * number of words, first word, and then by the share of equal words, as in a fixed-depth parse tree (He et al., Drain, ICWS 2017). Not thread-safe.
 */
final class LogTemplates {

    private static final double MIN_EQUAL_WORDS = 0.6;
    private static final int MAX_GROUPS = 40;

    private final Map<List<Object>, List<Template>> tree = new HashMap<>();
    private final Map<String, LogText> known = new HashMap<>();

    /** A group of lines; its words are generalized as lines are added. */
    static final class Template {
        private final @Nullable String logger;
        private final @Nullable String location;
        private final String example;
        private String[] words;

        private Template(@Nullable String logger, LogText text, String example) {
            this.logger = logger;
            this.location = text.location();
            this.words = text.words().toArray(String[]::new);
            this.example = example;
        }

        /** Words in order, {@code *} for values. */
        String text() {
            return String.join(" ", words);
        }

        @Nullable
        String logger() {
            return logger;
        }

        @Nullable
        String location() {
            return location;
        }

        /** The first message of the group. */
        String example() {
            return example;
        }

        private double equalWords(List<String> other) {
            int equal = 0;
            for (int i = 0; i < words.length; i++) {
                equal += words[i].equals(other.get(i)) ? 1 : 0;
            }
            return words.length == 0 ? 1 : (double) equal / words.length;
        }

        private void generalize(List<String> other) {
            for (int i = 0; i < words.length; i++) {
                if (!words[i].equals(other.get(i))) {
                    words[i] = "*";
                }
            }
        }
    }

    /** The group of a line of a service. */
    Template of(String service, LogLine line) {
        LogText text =
                known.size() > 50_000 ? LogText.of(line.message()) : known.computeIfAbsent(line.message(), LogText::of);
        List<String> words = text.words();
        if (text.location() != null) {
            return group(List.of(service, text.location()), line, text, 0);
        }
        List<Object> key = List.of(
                service,
                Objects.requireNonNullElse(line.logger(), ""),
                line.severity().isError(),
                words.size(),
                words.isEmpty() ? "" : words.get(0));
        return group(key, line, text, MIN_EQUAL_WORDS);
    }

    private Template group(List<Object> key, LogLine line, LogText text, double min) {
        List<Template> groups = tree.computeIfAbsent(key, any -> new ArrayList<>(1));
        if (min == 0) {
            if (groups.isEmpty()) {
                groups.add(new Template(line.logger(), text, line.message()));
            }
            return groups.get(0);
        }
        Template best = null;
        double most = groups.size() >= MAX_GROUPS ? -1 : min;
        for (Template each : groups) {
            double equal = each.equalWords(text.words());
            if (equal > most || (equal == most && best == null)) {
                best = each;
                most = equal;
            }
        }
        if (best == null) {
            best = new Template(line.logger(), text, line.message());
            groups.add(best);
        } else {
            best.generalize(text.words());
        }
        return best;
    }
}
