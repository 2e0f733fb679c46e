package io.github.sre4j.maven;

import io.github.sre4j.trace.period.PeriodSelection;
import io.github.sre4j.trace.period.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a period for {@code sre:trace}. */
final class TracePeriods {

    private TracePeriods() {}

    static TimeRange range(String from, @Nullable String until) throws MojoExecutionException {
        if (until == null) {
            throw GoalException.of("period-needs-until", from);
        }
        return TimeRange.parse(from, until, Instant.now(), ZoneId.systemDefault())
                .orElseThrow(() -> GoalException.of("bad-period", from, until));
    }

    static TimeRange reference(String text) throws MojoExecutionException {
        return TimeRange.parse(text, Instant.now(), ZoneId.systemDefault())
                .orElseThrow(() -> GoalException.of("bad-reference", text));
    }

    static void requireRequests(PeriodSelection selection) throws MojoExecutionException {
        if (selection.windowTraces().isEmpty()) {
            throw GoalException.of(
                    "no-requests-in-period",
                    selection.window().from(),
                    selection.window().until());
        }
        if (selection.referenceTraces().isEmpty()) {
            throw GoalException.of(
                    "no-requests-in-reference", selection.window().from());
        }
    }
}
