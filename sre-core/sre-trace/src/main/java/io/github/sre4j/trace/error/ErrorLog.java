package io.github.sre4j.trace.error;

import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one log line tells of an error.
 *
 * @param line the line
 * @param errorClass the innermost exception's class, or null
 * @param message the innermost exception's message, or null
 * @param frame the first frame of the application in the innermost exception that has one, or null
 * @param causes classes from outermost to innermost
 */
record ErrorLog(
        LogLine line,
        @Nullable String errorClass,
        @Nullable String message,
        @Nullable CodeLocation frame,
        List<String> causes) {

    /** Reads a line; empty if it tells of no error. */
    static Optional<ErrorLog> of(LogLine line, ApplicationCode code) {
        Thrown named = StackText.namedIn(line.message());
        boolean exception = line.errorClass() != null || line.stack() != null;
        boolean warning = line.severity() == Severity.WARN && (exception || named != null);
        if (!line.severity().isError() && !warning) {
            return Optional.empty();
        }
        List<Thrown> chain = StackText.chain(line.stack());
        List<String> causes = new ArrayList<>();
        if (line.errorClass() != null) {
            causes.add(line.errorClass());
        }
        chain.stream()
                .map(Thrown::errorClass)
                .filter(Objects::nonNull)
                .filter(c -> !causes.contains(c))
                .forEach(causes::add);
        Thrown innermost = chain.isEmpty() ? null : chain.get(chain.size() - 1);
        String errorClass = line.errorClass();
        String message = line.errorMessage();
        if (innermost != null && (chain.size() > 1 || errorClass == null)) {
            errorClass = innermost.errorClass();
            message = innermost.message();
        }
        if (errorClass == null && named != null) {
            errorClass = named.errorClass();
            message = named.message();
        }
        return Optional.of(new ErrorLog(line, errorClass, message, frame(chain, code), causes));
    }

    private static @Nullable CodeLocation frame(List<Thrown> chain, ApplicationCode code) {
        for (int i = chain.size() - 1; i >= 0; i--) {
            Optional<CodeLocation> frame = code.firstOf(chain.get(i).frames());
            if (frame.isPresent()) {
                return frame.get();
            }
        }
        return null;
    }

    /** How much it tells: an error with a frame of the application before one without, before a warning. */
    int weight() {
        return (line.severity().isError() ? 1 : 0) + (line.stack() != null ? 2 : 0) + (frame != null ? 4 : 0);
    }

    /** Whether it tells of this exception. */
    boolean tellsOf(@Nullable String otherClass, @Nullable String otherMessage) {
        if (otherClass == null) {
            return false;
        }
        boolean sameClass = otherClass.equals(errorClass) || causes.contains(otherClass);
        String ownMessage = message;
        return sameClass
                || names(otherClass, otherMessage)
                || (ownMessage != null
                        && ownMessage.length() > 3
                        && otherMessage != null
                        && otherMessage.contains(ownMessage));
    }

    /** Whether the line's own text names the exception, as a container does that logs the root cause of one and its message. */
    private boolean names(String otherClass, @Nullable String otherMessage) {
        String text = line.message();
        return text != null
                && text.contains(otherClass)
                && (otherMessage == null || otherMessage.isEmpty() || text.contains(otherMessage));
    }
}
