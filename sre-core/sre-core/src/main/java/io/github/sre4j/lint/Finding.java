package io.github.sre4j.lint;

import io.github.sre4j.standard.yaml.Place;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule found.
 *
 * @param rule the rule
 * @param place where, or null if it is about no file
 * @param sentence what, in the reader's language, safe for a terminal
 */
public record Finding(LintRule rule, @Nullable Place place, String sentence) {

    /** By file, line and column; those without a place last. */
    static final Comparator<Finding> ORDER = Comparator.comparing(
                    Finding::place,
                    Comparator.nullsLast(Comparator.comparing(Place::file)
                            .thenComparingInt(Place::line)
                            .thenComparingInt(Place::column)))
            .thenComparing(Finding::rule)
            .thenComparing(Finding::sentence);

    /** Refuses null. */
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** Where; empty if it is about no file. */
    public Optional<Place> at() {
        return Optional.ofNullable(place);
    }

    /** How bad it is. */
    public Severity severity() {
        return rule.severity();
    }

    /** As compilers write it, which editors and CI systems recognise. */
    public String line() {
        return at().map(where -> where + ": ").orElse("") + severity().id() + ": " + sentence + " [" + rule.id() + "]";
    }
}
