package io.github.sre4j.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as people read them, never more precise than they are. */
public final class Formats {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SIGNIFICANT = 3;

    private final DecimalFormatSymbols symbols;

    Formats(Locale locale) {
        this.symbols = DecimalFormatSymbols.getInstance(locale);
    }

    /** A count with its thousands apart. */
    public String count(long value) {
        return new DecimalFormat("#,##0", symbols).format(value);
    }

    /**
     * A ratio as a percentage, rounded to three significant digits of whichever is smaller, the share or its complement, so that 99.97 % does
     * not become 100 %.
     */
    public String percent(double ratio) {
        if (Double.isNaN(ratio)) {
            return "–";
        }
        double rest = Math.min(Math.abs(ratio), Math.abs(1 - ratio));
        if (rest == 0) {
            return new DecimalFormat("0", symbols).format(ratio * 100) + " %";
        }
        int decimals = Math.max(0, Math.min(6, SIGNIFICANT - 3 - (int) Math.floor(Math.log10(rest))));
        BigDecimal rounded = BigDecimal.valueOf(ratio * 100).setScale(decimals, RoundingMode.HALF_EVEN);
        return plain(rounded) + " %";
    }

    /** A duration in the unit people use for its size: {@code 850 ms}, {@code 1.24 s}, {@code 12 min}, {@code 3.5 h}. */
    public String duration(Duration duration) {
        double seconds = duration.getSeconds() + duration.getNano() / 1e9;
        if (seconds == 0) {
            return "0 s";
        }
        if (seconds < 0.9995) {
            return significant(seconds * 1e3) + " ms";
        }
        if (seconds < 119.5) {
            return significant(seconds) + " s";
        }
        if (seconds < 119.5 * 60) {
            return significant(seconds / 60) + " min";
        }
        return seconds < 72 * 3600 ? significant(seconds / 3600) + " h" : significant(seconds / 86400) + " d";
    }

    /** An instant to the minute, in UTC. */
    public String instant(Instant instant) {
        return MINUTE.format(instant) + " UTC";
    }

    /** How many times something is more than something else: {@code 3.2×}. */
    public String times(double factor) {
        return significant(factor) + "×";
    }

    private String significant(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(SIGNIFICANT, RoundingMode.HALF_EVEN));
        return plain(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }

    private String plain(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0.######", symbols);
        return format.format(value);
    }
}
