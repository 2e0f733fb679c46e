package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.condition.SlideRules;
import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.monitor.Schedule;
import io.github.sre4j.text.Message;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Window, slide and duration of a condition, in seconds.
 *
 * @param window aggregation window
 * @param slide slide, or null
 * @param duration threshold duration
 */
record Timing(int window, @Nullable Integer slide, int duration) {

    /** Returns the time between two runs, in seconds; empty for schedules that run once a day or less. */
    static Optional<Long> interval(Schedule schedule, List<Finding> findings) {
        if (schedule instanceof Schedule.Interval interval) {
            return Optional.of(interval.seconds());
        }
        Schedule.Cron cron = (Schedule.Cron) schedule;
        String[] fields = cron.expression().strip().split("\\s+");
        Optional<Long> seconds = fields.length == 5 ? CronInterval.of(fields) : Optional.empty();
        if (seconds.isEmpty()) {
            findings.add(Finding.refused(
                    "cron " + cron.expression(), Message.of(FindingTexts.class, "schedule.report", cron.timezone())));
        } else if (!(fields[1].matches("\\*(/1)?|\\*/\\d+")
                && fields[2].equals("*")
                && fields[3].equals("*")
                && fields[4].equals("*"))) {
            findings.add(Finding.approximate(
                    "cron " + cron.expression(), Message.of(FindingTexts.class, "schedule.hours", cron.timezone())));
        }
        return seconds;
    }

    /**
     * Returns the timing for a look-back and an interval; empty if New Relic has no window of that length.
     *
     * @param lookBack length of time looked at, in seconds, positive
     * @param interval time between two runs, in seconds
     */
    static Optional<Timing> of(long lookBack, long interval, List<Finding> findings) {
        String clause = "range " + lookBack + " s";
        if (lookBack > SlideRules.MAX_WINDOW) {
            findings.add(Finding.refused(
                    clause, Message.of(FindingTexts.class, "schedule.window", SlideRules.MAX_WINDOW / 3_600)));
            return Optional.empty();
        }
        int window = (int) lookBack;
        if (window < SlideRules.MIN_WINDOW) {
            findings.add(Finding.approximate(
                    clause, Message.of(FindingTexts.class, "schedule.short", SlideRules.MIN_WINDOW)));
            window = SlideRules.MIN_WINDOW;
        }
        int wanted = (int) Math.min(interval, 86_400);
        Integer slide = null;
        if (wanted < window) {
            int nearest = SlideRules.nearest(window, wanted);
            if (nearest < window) {
                slide = nearest;
            }
            if (nearest != wanted) {
                findings.add(Finding.approximate(
                        clause,
                        Message.of(
                                FindingTexts.class,
                                "schedule.slide",
                                Integer.toString(wanted),
                                Integer.toString(nearest))));
            }
        } else if (wanted > window) {
            findings.add(Finding.approximate(
                    clause,
                    Message.of(FindingTexts.class, "schedule.gaps", Long.toString(lookBack), Long.toString(interval))));
        }
        return Optional.of(new Timing(window, slide, SlideRules.duration(wanted, slide == null ? window : slide)));
    }
}
