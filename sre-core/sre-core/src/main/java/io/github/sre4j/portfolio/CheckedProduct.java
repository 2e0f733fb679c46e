package io.github.sre4j.portfolio;

import io.github.sre4j.assess.Verdict;
import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.history.Trend;
import io.github.sre4j.report.json.StoredReport;
import io.github.sre4j.report.json.StoredReport.StoredCandidate;
import io.github.sre4j.report.json.StoredReport.StoredWaiver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A product as its last check left it.
 *
 * @param summary the check in one line
 * @param source where that is written, for people
 * @param weeks how it came here, oldest week first; empty where nobody keeps a history
 * @param missed what misses the standard, most waiting first; empty also where only the summary is known
 * @param waivers its waivers
 * @param candidates its improvement candidates, best first
 */
public record CheckedProduct(
        CheckSummary summary,
        String source,
        List<Trend.Week> weeks,
        List<Miss> missed,
        List<StoredWaiver> waivers,
        List<Candidate> candidates) {

    /** Copies the lists. */
    public CheckedProduct {
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(source, "source");
        weeks = List.copyOf(weeks);
        missed = List.copyOf(missed);
        waivers = List.copyOf(waivers);
        candidates = List.copyOf(candidates);
    }

    /**
     * An endpoint that misses the standard.
     *
     * @param label its label for people
     * @param excessSecondsPerDay time users wait beyond the threshold, in seconds a day
     */
    public record Miss(String label, double excessSecondsPerDay) {}

    /**
     * An improvement candidate.
     *
     * @param label the endpoint's label for people
     * @param stored what the report says of it
     * @param secondsPerDay what it gives back to users, in seconds a day; where the report does not say, the most it can: what they wait beyond the
     *     threshold of its endpoint
     */
    public record Candidate(String label, StoredCandidate stored, double secondsPerDay) {}

    /**
     * A product by its report file.
     *
     * @param report the report
     * @param source where it is, for people
     */
    public static CheckedProduct of(StoredReport report, String source) {
        double days = report.observed().toNanos() / (double) Duration.ofDays(1).toNanos();
        StoredReport.StoredGoal goal = report.goal();
        CheckSummary summary = new CheckSummary(
                report.generatedAt(),
                report.service().name(),
                report.standardName() + " " + report.standardVersion(),
                goal.endpoints(),
                goal.met(),
                goal.missed(),
                goal.undecided(),
                goal.waived(),
                perDay(goal.excess(), days),
                report.gate().passed(),
                null,
                report.service().app());
        List<Miss> missed = new ArrayList<>();
        report.endpoints().stream()
                .filter(endpoint -> endpoint.verdict() == Verdict.MISSED)
                .forEach(
                        endpoint -> missed.add(new Miss(endpoint.endpoint().label(), perDay(endpoint.excess(), days))));
        missed.sort(Comparator.comparingDouble(Miss::excessSecondsPerDay).reversed());
        List<Candidate> candidates = report.candidates().stream()
                .map(candidate ->
                        new Candidate(label(report, candidate.endpoint()), candidate, givesBack(candidate, days)))
                .toList();
        return new CheckedProduct(summary, source, report.weeks(), missed, report.waivers(), candidates);
    }

    /**
     * A product by the summaries of its checks alone.
     *
     * @param checks its checks, at least one, in any order
     * @param source where they are, for people
     */
    public static CheckedProduct of(List<CheckSummary> checks, String source) {
        CheckSummary last = checks.stream()
                .max(Comparator.comparing(CheckSummary::at))
                .orElseThrow(() -> new IllegalArgumentException("a product without a check"));
        List<CheckSummary> comparable = checks.stream()
                .filter(check -> check.standard().equals(last.standard()))
                .toList();
        return new CheckedProduct(last, source, Trend.of(comparable).weeks(), List.of(), List.of(), List.of());
    }

    /** The product's name. */
    public String name() {
        return summary.service();
    }

    /** The share of its endpoints that are met or waived, from 0 to 1; 0 if there is none, since nothing is shown then. */
    public double share() {
        return summary.endpoints() == 0 ? 0 : (double) (summary.met() + summary.waived()) / summary.endpoints();
    }

    /** Whether the last check is longer ago than that. */
    public boolean stale(Instant now, Duration after) {
        return summary.at().plus(after).isBefore(now);
    }

    /** How many more (above 0) or fewer endpoints miss than about four weeks ago; empty where the history is shorter than two weeks. */
    public OptionalInt change() {
        if (weeks.size() < 2) {
            return OptionalInt.empty();
        }
        LocalDate today = LocalDate.ofInstant(summary.at(), ZoneOffset.UTC);
        Trend.Week then = weeks.stream()
                .filter(week -> ChronoUnit.DAYS.between(week.monday(), today) <= 35)
                .findFirst()
                .orElse(weeks.get(weeks.size() - 1));
        return OptionalInt.of(summary.missed() - then.remaining());
    }

    private static double givesBack(StoredCandidate candidate, double days) {
        Double known = candidate.givesBackPerDay();
        return known == null ? perDay(candidate.excess(), days) : known;
    }

    private static String label(StoredReport report, String endpoint) {
        return report.endpoints().stream()
                .filter(each -> each.endpoint().name().value().equals(endpoint))
                .map(each -> each.endpoint().label())
                .findFirst()
                .orElse(endpoint);
    }

    private static double perDay(Duration time, double days) {
        return (time.getSeconds() + time.getNano() / 1e9) / days;
    }
}
