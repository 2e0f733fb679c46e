package io.github.sre4j.report.console;

import io.github.sre4j.report.ReportPart;
import io.github.sre4j.text.Texts;
import java.util.List;
import java.util.Optional;

/** A report part with lines on the console, after the notes and before the result of the check. */
public interface ConsolePart extends ReportPart {

    /**
     * Adds the lines; none if the part has nothing to show.
     *
     * @param lines receives the lines; text from outside must have been made safe, see {@link ConsoleLines#safe} and {@link
     *     ConsoleLines#safeName}
     * @param texts language of the console
     */
    void addTo(ConsoleLines lines, Texts texts);

    /** Returns the one line of what to fix first, safe for a terminal, or empty if the part has none. */
    default Optional<String> fixFirst(Texts texts) {
        return Optional.empty();
    }

    /** Returns lines that a short console shows, too, safe for a terminal. */
    default List<String> warnings(Texts texts) {
        return List.of();
    }
}
