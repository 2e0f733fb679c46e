package io.github.sre4j.history;

import io.github.sre4j.assess.stats.ClopperPearson;
import io.github.sre4j.assess.stats.ConfidenceBounds;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Where a product comes from and when it may arrive.
 *
 * <p>The model is simple and says so: endpoints are brought to the standard at a constant rate, one by one and independently (a Poisson
 * process). Of {@code k} endpoints brought there in {@code w} weeks the exact 80 % interval of the rate gives the earliest and the latest week
 * in which the remaining ones will be (F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28, 1936; computed as the
 * Clopper-Pearson interval of {@code k} in 10<sup>9</sup> trials, which differs from it in the ninth digit).
 *
 * @param weeks one entry a week with a check, oldest first: the last check of that week
 * @param excessGivenBack time users wait less than in the first week, in seconds a day; negative if they wait more
 * @param overrides how many of the checks passed by override
 * @param arrival when nothing will remain; empty if there is no trend yet: less than three weeks, or not fewer misses than at first
 */
public record Trend(List<Week> weeks, double excessGivenBack, int overrides, Optional<Arrival> arrival) {

    /** Of how many weeks a report shows the numbers. */
    public static final int WEEKS_SHOWN = 12;

    private static final double CONFIDENCE = 0.8;
    private static final long TRIALS = 1_000_000_000L;
    private static final int FEWEST_WEEKS = 3;

    /** Copies the list. */
    public Trend {
        weeks = List.copyOf(weeks);
    }

    /**
     * A week.
     *
     * @param monday its first day (UTC)
     * @param remaining endpoints that missed in its last check
     * @param excessSecondsPerDay time users waited beyond the thresholds, in seconds a day
     */
    public record Week(LocalDate monday, int remaining, double excessSecondsPerDay) {}

    /**
     * When nothing will remain.
     *
     * @param earliest the first day of the 80 % interval
     * @param latest its last day
     */
    public record Arrival(LocalDate earliest, LocalDate latest) {}

    /**
     * The trend of a product's checks.
     *
     * @param checks its checks in any order, at least one, all against the same standard
     */
    public static Trend of(List<CheckSummary> checks) {
        List<CheckSummary> sorted = new ArrayList<>(checks);
        sorted.sort(Comparator.comparing(CheckSummary::at));
        Map<LocalDate, CheckSummary> lastOfWeek = new TreeMap<>();
        sorted.forEach(check -> lastOfWeek.put(monday(check), check));
        List<Week> weeks = lastOfWeek.entrySet().stream()
                .map(each -> new Week(
                        each.getKey(), each.getValue().missed(), each.getValue().excessSecondsPerDay()))
                .toList();
        Week first = weeks.get(0);
        Week last = weeks.get(weeks.size() - 1);
        int overrides =
                (int) sorted.stream().filter(check -> check.override() != null).count();
        LocalDate today = LocalDate.ofInstant(sorted.get(sorted.size() - 1).at(), ZoneOffset.UTC);
        return new Trend(
                weeks,
                first.excessSecondsPerDay() - last.excessSecondsPerDay(),
                overrides,
                arrival(first, last, today));
    }

    /** How many fewer endpoints miss than in the first week; empty if not fewer. */
    public OptionalInt broughtToStandard() {
        int brought = weeks.get(0).remaining() - weeks.get(weeks.size() - 1).remaining();
        return brought > 0 ? OptionalInt.of(brought) : OptionalInt.empty();
    }

    private static Optional<Arrival> arrival(Week first, Week last, LocalDate today) {
        long elapsed = ChronoUnit.WEEKS.between(first.monday(), last.monday());
        int brought = first.remaining() - last.remaining();
        if (elapsed < FEWEST_WEEKS || brought <= 0 || last.remaining() == 0) {
            return Optional.empty();
        }
        ConfidenceBounds share = ClopperPearson.interval(TRIALS, brought, CONFIDENCE);
        return Optional.of(new Arrival(
                today.plusDays(days(last.remaining(), share.high(), elapsed)),
                today.plusDays(days(last.remaining(), share.low(), elapsed))));
    }

    private static long days(int remaining, double share, long weeks) {
        double ratePerWeek = share * TRIALS / weeks;
        return (long) Math.ceil(remaining / ratePerWeek * 7);
    }

    private static LocalDate monday(CheckSummary check) {
        LocalDate day = LocalDate.ofInstant(check.at(), ZoneOffset.UTC);
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }
}
