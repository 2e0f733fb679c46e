package io.github.sre4j.examples.standin.nrql;

import java.util.Locale;
import java.util.Optional;

/** Units of time in NRQL; a month counts as 30 days. */
public enum TimeUnit {
    MILLISECOND(1),
    SECOND(1_000),
    MINUTE(60_000),
    HOUR(3_600_000),
    DAY(86_400_000L),
    WEEK(7 * 86_400_000L),
    MONTH(30 * 86_400_000L),
    QUARTER(90 * 86_400_000L),
    YEAR(365 * 86_400_000L);

    private final long millis;

    TimeUnit(long millis) {
        this.millis = millis;
    }

    public long millis() {
        return millis;
    }

    static Optional<TimeUnit> of(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        for (TimeUnit unit : values()) {
            if (name.equals(unit.name()) || name.equals(unit.name() + "S")) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
