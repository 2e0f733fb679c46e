package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.nrql.Query;
import io.github.sre4j.examples.standin.nrql.TimePoint;
import io.github.sre4j.examples.standin.nrql.TimeUnit;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** SINCE, UNTIL and their like as moments. Default: the hour up to now, UTC. */
final class Clauses {
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd[['T'][ ]HH:mm[:ss[.SSS]]][ ][XXX][XX][X]", Locale.ROOT);

    private final Instant now;
    private final ZoneId zone;

    Clauses(Clock clock, @Nullable String timezone) {
        this.now = clock.instant();
        try {
            this.zone = timezone == null ? ZoneOffset.UTC : ZoneId.of(timezone);
        } catch (DateTimeException e) {
            throw new QueryRefusedException("Unknown time zone " + timezone);
        }
    }

    Window window(Query query) {
        long end = query.until() == null ? now.toEpochMilli() : millis(query.until());
        long begin = query.since() == null
                ? Math.min(end, now.toEpochMilli()) - TimeUnit.HOUR.millis()
                : millis(query.since());
        if (begin >= end) {
            throw new QueryRefusedException("Your query's start time must be before its end time.");
        }
        return new Window(begin, end);
    }

    private long millis(TimePoint point) {
        if (point instanceof TimePoint.Epoch epoch) {
            return epoch.millis();
        } else if (point instanceof TimePoint.Ago ago) {
            return now.toEpochMilli() - Math.round(ago.amount() * ago.unit().millis());
        } else if (point instanceof TimePoint.Day day) {
            return day(day).toInstant().toEpochMilli();
        } else if (point instanceof TimePoint.Period period) {
            return period(period).toInstant().toEpochMilli();
        } else if (point instanceof TimePoint.Text text) {
            return text(text.value());
        }
        return now.toEpochMilli();
    }

    private ZonedDateTime day(TimePoint.Day day) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate date = switch (day.name()) {
            case "today" -> today;
            case "yesterday" -> today.minusDays(1);
            default ->
                today.with(TemporalAdjusters.previousOrSame(
                        DayOfWeek.valueOf(day.name().toUpperCase(Locale.ROOT))));
        };
        LocalTime time = LocalTime.MIDNIGHT;
        if (day.at() != null) {
            try {
                time = LocalTime.parse(day.at());
            } catch (DateTimeParseException e) {
                throw new QueryRefusedException("AT takes a time such as '09:00', not '" + day.at() + "'.");
            }
        }
        return date.atTime(time).atZone(zone);
    }

    private ZonedDateTime period(TimePoint.Period period) {
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime midnight = here.truncatedTo(ChronoUnit.DAYS);
        long back = period.last() ? 1 : 0;
        return switch (period.unit()) {
            case MONTH -> midnight.withDayOfMonth(1).minusMonths(back);
            case QUARTER -> midnight.withDayOfMonth(1).minusMonths((midnight.getMonthValue() - 1) % 3 + 3 * back);
            case YEAR -> midnight.withDayOfYear(1).minusYears(back);
            case WEEK ->
                midnight.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .minusWeeks(back);
            case DAY -> midnight.minusDays(back);
            case HOUR -> here.truncatedTo(ChronoUnit.HOURS).minusHours(back);
            case MINUTE -> here.truncatedTo(ChronoUnit.MINUTES).minusMinutes(back);
            case SECOND, MILLISECOND -> here.truncatedTo(ChronoUnit.SECONDS).minusSeconds(back);
        };
    }

    private long text(String value) {
        try {
            var parsed = TEXT.parseBest(value.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof OffsetDateTime moment) {
                return moment.toInstant().toEpochMilli();
            } else if (parsed instanceof LocalDateTime local) {
                return local.atZone(zone).toInstant().toEpochMilli();
            }
            return ((LocalDate) parsed).atStartOfDay(zone).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new QueryRefusedException(
                    "'" + value + "' is no moment; write '2026-09-01 10:00:00' or epoch milliseconds.");
        }
    }
}
