package io.github.sre4j.baseline;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.ErrorSli;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.Objective;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.Tally;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Makes baseline entries for tests. */
public final class Misses {

    public static final Sli LATENCY = new LatencySli(Duration.ofSeconds(1), Objective.of("0.95"));
    public static final Sli ERRORS = new ErrorSli(Objective.of("0.99"));
    public static final LocalDate DAY = LocalDate.parse("2026-11-01");

    private Misses() {}

    public static KnownViolation latency(String endpoint, long bad, long total) {
        return miss(endpoint, LATENCY, bad, total, null);
    }

    public static KnownViolation errors(String endpoint, long bad, long total) {
        return miss(endpoint, ERRORS, bad, total, null);
    }

    public static KnownViolation miss(String endpoint, Sli sli, long bad, long total, @Nullable String raised) {
        return new KnownViolation(
                new EndpointName(endpoint), sli, new Tally(total, bad), new BigDecimal("12.5"), DAY, raised);
    }
}
