package io.github.sre4j.trace.error;

import io.github.sre4j.trace.SpanError;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads names of errors: agents put an HTTP status where a class belongs. */
final class ErrorNames {

    private ErrorNames() {}

    /** The exception's class, or null if there is none or only a status. */
    static @Nullable String className(@Nullable SpanError error) {
        String name = error == null ? null : error.errorClass();
        return name == null || name.equals("_OTHER") || name.chars().allMatch(Character::isDigit) ? null : name;
    }

    /** Whether the error says that time ran out. */
    static boolean isTimeout(SpanError error, int status) {
        String text = (Objects.requireNonNullElse(error.errorClass(), "") + " "
                        + Objects.requireNonNullElse(error.message(), ""))
                .toLowerCase(Locale.ROOT);
        return status == 408
                || status == 504
                || text.contains("timeout")
                || text.contains("timed out")
                || text.contains("deadline");
    }
}
