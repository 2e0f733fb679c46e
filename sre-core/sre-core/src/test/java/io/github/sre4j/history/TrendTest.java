package io.github.sre4j.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.history.file.HistoryFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendTest {

    private static final Instant FIRST = Instant.parse("2026-09-07T08:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void the_last_check_of_each_week_counts_whatever_the_order() {
        List<CheckSummary> checks = new ArrayList<>(
                List.of(check(0, 9, 90), check(2, 8, 80), check(7, 8, 80), check(13, 6, 50), check(15, 6, 40)));
        Collections.shuffle(checks, new Random(3));
        Trend trend = Trend.of(checks);
        assertThat(trend.weeks())
                .containsExactly(
                        new Trend.Week(LocalDate.parse("2026-09-07"), 8, 80),
                        new Trend.Week(LocalDate.parse("2026-09-14"), 6, 50),
                        new Trend.Week(LocalDate.parse("2026-09-21"), 6, 40));
        assertThat(trend.excessGivenBack()).isEqualTo(40.0);
        assertThat(trend.arrival()).isEmpty();
    }

    /** Garwood's exact 80% limits for 10 events are 6.221 and 15.407 (tables of the Poisson distribution). */
    @Test
    void the_arrival_is_the_exact_interval_of_the_rate() {
        Trend trend = Trend.of(List.of(check(0, 20, 0), check(70, 10, 0)));
        Trend.Arrival arrival = trend.arrival().orElseThrow();
        LocalDate today = LocalDate.parse("2026-11-16");
        assertThat(ChronoUnit.DAYS.between(today, arrival.earliest())).isEqualTo((long) Math.ceil(10 / 15.4066 * 70));
        assertThat(ChronoUnit.DAYS.between(today, arrival.latest())).isEqualTo((long) Math.ceil(10 / 6.2213 * 70));
    }

    @Test
    void there_is_no_arrival_without_a_trend() {
        assertThat(Trend.of(List.of(check(0, 20, 0), check(14, 10, 0))).arrival())
                .isEmpty();
        assertThat(Trend.of(List.of(check(0, 20, 0), check(70, 20, 0))).arrival())
                .isEmpty();
        assertThat(Trend.of(List.of(check(0, 20, 0), check(70, 24, 0))).arrival())
                .isEmpty();
        assertThat(Trend.of(List.of(check(0, 20, 0), check(70, 0, 0))).arrival())
                .isEmpty();
    }

    /** Of products that improve at a constant rate the interval must hold the true day in at least 80 of 100. */
    @Test
    void the_interval_covers_the_rate_it_promises() {
        Random random = new Random(11);
        int covered = 0;
        int forecasts = 0;
        for (int product = 0; product < 3_000; product++) {
            double rate = 0.3 + random.nextDouble() * 2;
            int weeks = 4 + random.nextInt(10);
            int brought = poisson(random, rate * weeks);
            int remaining = 15;
            var arrival = Trend.of(List.of(check(0, remaining + brought, 0), check(7 * weeks, remaining, 0)))
                    .arrival();
            if (arrival.isPresent()) {
                forecasts++;
                LocalDate today = LocalDate.parse("2026-09-07").plusDays(7L * weeks);
                double days = remaining / rate * 7;
                covered += days <= ChronoUnit.DAYS.between(today, arrival.get().latest())
                                && days
                                        >= ChronoUnit.DAYS.between(
                                                        today, arrival.get().earliest())
                                                - 1
                        ? 1
                        : 0;
            }
        }
        assertThat((double) covered / forecasts).isGreaterThanOrEqualTo(0.8);
        assertThat((double) covered / forecasts).isCloseTo(0.87, within(0.07));
    }

    @Test
    void a_file_gives_back_what_was_appended_and_names_lines_it_cannot_read() throws Exception {
        Path file = folder.resolve("deep/history.ndjson");
        HistoryFile.append(file, check(0, 9, 12.345));
        Files.writeString(file, "{broken\n\n{\"eventType\":\"Other\"}\n", StandardOpenOption.APPEND);
        HistoryFile.append(file, check(7, 8, 1));
        HistoryFile.Read read = HistoryFile.read(file, "orders", "acme 1");
        assertThat(read.checks()).containsExactly(check(0, 9, 12.345), check(7, 8, 1));
        assertThat(read.unreadable()).containsExactly(2, 4);
        assertThat(HistoryFile.read(file, "orders", "acme 2").checks()).isEmpty();
        assertThat(HistoryFile.read(folder.resolve("none"), "orders", "acme 1").checks())
                .isEmpty();
    }

    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static CheckSummary check(int day, int missed, double excess) {
        return new CheckSummary(
                FIRST.plus(Duration.ofDays(day)),
                "orders",
                "acme 1",
                100,
                100 - missed,
                missed,
                0,
                0,
                excess,
                true,
                day == 7 ? "the fix of SHOP-12" : null);
    }
}
