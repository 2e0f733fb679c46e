package io.github.sre4j.trace.render;

import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Trace;
import java.time.Duration;
import java.util.Objects;

/** One log line as text: when, how bad, who, and the message without its line ends. */
final class CitedLogLine {

    private static final int MAX_MESSAGE = 2_000;

    private CitedLogLine() {}

    /** Returns the text, not escaped. */
    static String of(LogLine line, Trace trace, Texts texts) {
        String message = line.message().replaceAll("\\s*\\R\\s*", " ");
        String who = Objects.requireNonNullElse(line.logger(), Objects.requireNonNullElse(line.service(), ""));
        String at = texts.formats().duration(Duration.ofNanos(Math.max(0, line.atNanos() - trace.startEpochNanos())));
        return at + " " + line.severity() + " " + who + (who.isEmpty() ? "" : ": ")
                + (message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) + "…" : message);
    }
}
