package io.github.sre4j.maven;

import io.github.sre4j.sli.Durations;
import io.github.sre4j.sli.Window;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The window of a check from {@code sre.window} and {@code sre.until}. */
final class WindowParameters {

    private WindowParameters() {}

    static Window window(@Nullable String length, @Nullable String until, Duration standardLength, Instant now)
            throws MojoExecutionException {
        return Window.endingAt(end(until, now), length(length, standardLength));
    }

    private static Duration length(@Nullable String length, Duration standardLength) throws MojoExecutionException {
        if (length == null) {
            return standardLength;
        }
        try {
            Duration parsed = Durations.parse(length);
            if (parsed.compareTo(Duration.ofMinutes(1)) < 0) {
                throw GoalException.of("window-too-short", length);
            }
            return parsed;
        } catch (IllegalArgumentException e) {
            throw GoalException.of("sre.window", e);
        }
    }

    private static Instant end(@Nullable String until, Instant now) throws MojoExecutionException {
        if (until == null) {
            return now;
        }
        try {
            return Instant.parse(until.strip());
        } catch (DateTimeException e) {
            throw GoalException.of("no-instant", until);
        }
    }
}
