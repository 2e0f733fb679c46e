package io.github.sre4j.trace;

import java.util.List;
import java.util.Optional;

/**
 * All that is computed about one trace. A story and a renderer read this and compute nothing of their own.
 *
 * @param trace the cleaned trace; its notes say what is missing and what was mended
 * @param path what decided the root's duration
 * @param times by the span's index in the trace
 * @param errors where errors began, the one that reached the user first, then by time
 * @param background work that nothing waited for, such as the handling of messages, by start
 * @param findings what took the time: material ones by saving, then harmless ones by time
 */
public record TraceAnalysis(
        Trace trace,
        CriticalPath path,
        List<SpanTimes> times,
        List<BackgroundWork> background,
        List<ErrorOrigin> errors,
        List<Finding> findings) {

    /** Copies the lists. */
    public TraceAnalysis {
        times = List.copyOf(times);
        background = List.copyOf(background);
        errors = List.copyOf(errors);
        findings = List.copyOf(findings);
    }

    /** Where the error that reached the user began; empty if the request did not fail. */
    public Optional<ErrorOrigin> errorOrigin() {
        return errors.stream()
                .filter(error -> error.outcome() == ErrorOrigin.Outcome.REACHED_USER)
                .findFirst();
    }
}
