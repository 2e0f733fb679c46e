package io.github.sre4j.trace.period;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of time.
 *
 * @param from start, inclusive
 * @param until end, exclusive, after the start
 */
public record TimeRange(Instant from, Instant until) {

    /** Validates the components. */
    public TimeRange {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("from must be before until: " + from + ", " + until);
        }
    }

    /**
     * Reads a range. A moment is an instant ({@code 2026-11-22T10:02:00Z}, with any offset) or a time of day ({@code 10:02}), the last such time before now.
     *
     * @param from first moment
     * @param until second moment; a time of day is the first such time after the first moment
     * @param now the current moment
     * @param zone zone of times of day
     * @return the range, or empty if a moment cannot be read or the range is empty
     */
    public static Optional<TimeRange> parse(String from, String until, Instant now, ZoneId zone) {
        try {
            Instant start = moment(from.strip(), now, zone);
            Instant end = isTimeOfDay(until) ? next(until.strip(), start, zone) : moment(until.strip(), now, zone);
            return start.isBefore(end) ? Optional.of(new TimeRange(start, end)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a range in one text: two moments with a slash, a blank or, for times of day, a hyphen between them, such as {@code 10:02-10:04}.
     *
     * @param text the text
     * @param now the current moment
     * @param zone zone of times of day
     * @return the range, or empty if the text is none
     */
    public static Optional<TimeRange> parse(String text, Instant now, ZoneId zone) {
        String plain = text.strip();
        int at = plain.indexOf('/');
        if (at < 0) {
            at = plain.indexOf(' ');
        }
        if (at < 0 && plain.indexOf('-') == plain.lastIndexOf('-')) {
            at = plain.indexOf('-');
        }
        return at < 0 ? Optional.empty() : parse(plain.substring(0, at), plain.substring(at + 1), now, zone);
    }

    private static boolean isTimeOfDay(String text) {
        return text.strip().length() <= 8 && text.indexOf('-') < 0;
    }

    private static Instant moment(String text, Instant now, ZoneId zone) {
        if (!isTimeOfDay(text)) {
            return ZonedDateTime.parse(text.indexOf('T') < 0 ? text.replace(' ', 'T') : text)
                    .toInstant();
        }
        ZonedDateTime today = now.atZone(zone).with(LocalTime.parse(text));
        return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
    }

    private static Instant next(String text, Instant start, ZoneId zone) {
        ZonedDateTime sameDay = start.atZone(zone).with(LocalTime.parse(text));
        return (sameDay.toInstant().isAfter(start) ? sameDay : sameDay.plusDays(1)).toInstant();
    }

    /** Returns whether a moment lies in the range. */
    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    /** Ranges to compare with, best first: the hour before, the hour around the same time a day before, and a week before. */
    public List<TimeRange> references() {
        Duration half = Duration.ofMinutes(30);
        return List.of(
                new TimeRange(from.minus(Duration.ofHours(1)), from),
                new TimeRange(
                        from.minus(Duration.ofDays(1)).minus(half),
                        from.minus(Duration.ofDays(1)).plus(half)),
                new TimeRange(
                        from.minus(Duration.ofDays(7)).minus(half),
                        from.minus(Duration.ofDays(7)).plus(half)));
    }
}
