package io.github.sre4j.lint;

import io.github.sre4j.standard.yaml.Place;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what the rules find, in the words of one language. */
final class Findings {

    private final Texts words;
    private final List<Finding> found = new ArrayList<>();

    Findings(Texts words) {
        this.words = words;
    }

    Findings copy() {
        Findings copy = new Findings(words);
        copy.found.addAll(found);
        return copy;
    }

    /** Adds what somebody else found out. */
    void add(LintRule rule, @Nullable Place place, Message found) {
        add(rule, place, words.say(found));
    }

    /** Adds what a sentence of somebody else says. */
    void add(LintRule rule, @Nullable Place place, String sentence) {
        found.add(new Finding(rule, place, TextEscaping.printable(sentence)));
    }

    /** Adds the rule's sentence; what comes from files and telemetry has gone through {@link #quoted}. */
    void say(LintRule rule, @Nullable Place place, Object... arguments) {
        add(rule, place, words.get(rule.id(), arguments));
    }

    String text(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    Formats formats() {
        return words.formats();
    }

    static String quoted(Object text) {
        return TextEscaping.forTerminal(text.toString());
    }

    List<Finding> sorted() {
        return found.stream().sorted(Finding.ORDER).toList();
    }
}
