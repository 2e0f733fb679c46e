package io.github.sre4j.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as people read them, never more precise than they are. */
public final class Formats {

    private static final Locale MONTHS = Locale.ENGLISH;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", MONTHS).withZone(ZoneOffset.UTC);
    private static final int SIGNIFICANT_OF_SHARE = 2;
    private static final int MOST_DIGITS = 9;

    private final DecimalFormatSymbols symbols;
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter minuteOfYear;
    private final boolean yearFirst;
    private final String dash;
    private final String minutes;
    private final String hours;
    private final String days;

    Formats(Locale locale) {
        this.symbols = DecimalFormatSymbols.getInstance(locale);
        // Patterns of our own: those of the JDK's locale data change between its versions.
        this.yearFirst = locale.getLanguage().equals("ja");
        this.dash = yearFirst ? "～" : " – ";
        // Symbols of the SI are the same everywhere; the others are words.
        this.minutes = yearFirst ? " 分" : " min";
        this.hours = yearFirst ? " 時間" : " h";
        this.days = yearFirst ? " 日" : " d";
        this.day = DateTimeFormatter.ofPattern(yearFirst ? "yyyy年M月d日" : "yyyy-MM-dd", MONTHS);
        this.minute = DateTimeFormatter.ofPattern(yearFirst ? "yyyy年M月d日 HH:mm" : "yyyy-MM-dd HH:mm", MONTHS)
                .withZone(ZoneOffset.UTC);
        this.minuteOfYear = DateTimeFormatter.ofPattern(yearFirst ? "M月d日 HH:mm" : "MM-dd HH:mm", MONTHS)
                .withZone(ZoneOffset.UTC);
    }

    /** A count with its thousands apart. */
    public String count(long value) {
        return new DecimalFormat("#,##0", symbols).format(value);
    }

    /**
     * A ratio as a percentage, to two significant digits of whichever is smaller, the share or its complement: 41%, 9.1%, 0.043%, but 99.97%
     * and never 100% for less than all.
     */
    public String percent(double ratio) {
        return percent(ratio, SIGNIFICANT_OF_SHARE);
    }

    /**
     * A ratio beside the limit it is held against: as {@link #percent(double)}, with as many more digits as it takes not to look like a limit
     * that it is not.
     */
    public String percentBeside(double ratio, BigDecimal limit) {
        String exact = exactPercent(limit);
        int digits = SIGNIFICANT_OF_SHARE;
        while (digits < MOST_DIGITS
                && ratio != limit.doubleValue()
                && percent(ratio, digits).equals(exact)) {
            digits++;
        }
        return percent(ratio, digits);
    }

    /** A ratio that somebody wrote down, to its last digit. */
    public String exactPercent(BigDecimal ratio) {
        return plain(ratio.movePointRight(2)) + "%";
    }

    private String percent(double ratio, int digits) {
        if (Double.isNaN(ratio)) {
            return "–";
        }
        double rest = Math.min(Math.abs(ratio), Math.abs(1 - ratio));
        if (rest == 0) {
            return plain(BigDecimal.valueOf(ratio).movePointRight(2)) + "%";
        }
        int decimals = Math.max(0, Math.min(MOST_DIGITS, digits - 3 - (int) Math.floor(Math.log10(rest))));
        return plain(BigDecimal.valueOf(ratio).movePointRight(2).setScale(decimals, RoundingMode.HALF_EVEN)) + "%";
    }

    /**
     * A duration that was measured, in the unit people use for its size: three significant digits up to seconds, two above: {@code 850 ms},
     * {@code 1.24 s}, {@code 12 min}, {@code 3.5 h}.
     */
    public String duration(Duration duration) {
        double seconds = duration.getSeconds() + duration.getNano() / 1e9;
        if (seconds == 0) {
            return "0 s";
        }
        if (seconds < 0.9995) {
            return significant(seconds * 1e3, 3) + " ms";
        }
        if (seconds < 119.5) {
            return significant(seconds, 3) + " s";
        }
        if (seconds < 119.5 * 60) {
            return rough(seconds / 60) + minutes;
        }
        return seconds < 72 * 3600 ? rough(seconds / 3600) + hours : rough(seconds / 86400) + days;
    }

    /** A duration that somebody wrote down, such as a threshold, to its last digit. */
    public String exactDuration(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return plain(BigDecimal.valueOf(duration.toNanos(), 6)) + " ms";
        }
        boolean whole = duration.getNano() == 0 && duration.getSeconds() >= 120 && duration.getSeconds() % 60 == 0;
        return whole
                ? plain(BigDecimal.valueOf(duration.toMinutes())) + minutes
                : plain(BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9)))
                        + " s";
    }

    /** An instant to the minute, in UTC. */
    public String instant(Instant instant) {
        return minute.format(instant) + " UTC";
    }

    /** From when to when, in UTC; the zone, and the year or the day if it is the same, are said once. */
    public String window(Instant from, Instant to) {
        LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC);
        if (first.equals(last)) {
            return minute.format(from) + dash + TIME.format(to) + " UTC";
        }
        boolean oneYear = first.getYear() == last.getYear();
        String begin = minute.format(from);
        String end = (oneYear ? minuteOfYear : minute).format(to);
        return begin + dash + end + " UTC";
    }

    /** A day. */
    public String date(LocalDate day) {
        return this.day.format(day);
    }

    /** Returns a factor that was estimated: one decimal below ten, none from there on. */
    public String factor(double value) {
        return rough(value);
    }

    /** One decimal below ten, none from there on. */
    private String rough(double value) {
        return plain(BigDecimal.valueOf(value).setScale(value < 9.95 ? 1 : 0, RoundingMode.HALF_EVEN));
    }

    private String significant(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return plain(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }

    private String plain(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0.#########", symbols);
        return format.format(value);
    }
}
