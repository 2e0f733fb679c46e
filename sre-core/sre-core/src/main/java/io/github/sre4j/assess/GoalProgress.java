package io.github.sre4j.assess;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How far the service is from the goal that every endpoint meets the standard or is waived.
 *
 * @param endpoints endpoints judged
 * @param met of these, MET
 * @param missed MISSED
 * @param undecided UNDECIDED
 * @param waived WAIVED
 * @param noData NO_DATA
 * @param excess excess time over all endpoints judged
 * @param missedExcess excess time of each missed endpoint, largest first
 */
public record GoalProgress(
        int endpoints,
        int met,
        int missed,
        int undecided,
        int waived,
        int noData,
        Duration excess,
        List<Duration> missedExcess) {

    /** Copies the list. */
    public GoalProgress {
        Objects.requireNonNull(excess, "excess");
        missedExcess = List.copyOf(missedExcess);
    }

    /** Counts the verdicts. */
    public static GoalProgress of(List<EndpointResult> results) {
        return new GoalProgress(
                results.size(),
                count(results, Verdict.MET),
                count(results, Verdict.MISSED),
                count(results, Verdict.UNDECIDED),
                count(results, Verdict.WAIVED),
                count(results, Verdict.NO_DATA),
                results.stream().map(r -> r.measurement().excess()).reduce(Duration.ZERO, Duration::plus),
                results.stream()
                        .filter(r -> r.verdict() == Verdict.MISSED)
                        .map(r -> r.measurement().excess())
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    /** Endpoints still to bring to the standard. */
    public int remaining() {
        return missed;
    }

    /** The share of all excess time that the {@code k} missed endpoints with most of it account for; 0 if there is none. */
    public double shareOfFirst(int k) {
        if (excess.isZero()) {
            return 0;
        }
        Duration first = missedExcess.stream().limit(k).reduce(Duration.ZERO, Duration::plus);
        return seconds(first) / seconds(excess);
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    private static int count(List<EndpointResult> results, Verdict verdict) {
        return (int) results.stream().filter(r -> r.verdict() == verdict).count();
    }
}
