package io.github.sre4j.maven;

import io.github.sre4j.lint.LintReport;
import io.github.sre4j.lint.Severity;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.Arrays;
import java.util.Locale;

/** What a lint fails the build for. */
enum LintFailOn {
    ERROR,
    WARNING,
    NEVER;

    static LintFailOn of(String word) {
        return Arrays.stream(values())
                .filter(value -> value.id().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(Message.of(
                        LintFailOn.class,
                        "unknown-value",
                        word,
                        Arrays.stream(values()).map(LintFailOn::id).toList())));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean fails(LintReport report) {
        return switch (this) {
            case ERROR -> report.hasAtLeast(Severity.ERROR);
            case WARNING -> report.hasAtLeast(Severity.WARNING);
            case NEVER -> false;
        };
    }
}
