package io.github.sre4j.live;

import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.Tally;
import java.util.Objects;

/**
 * What an endpoint may still do wrong, and how fast it uses that up. The allowed bad events are the share that the objective allows of all
 * events; a burn rate of 1 uses up exactly what is allowed, 2 twice as much (B. Beyer et al., "The Site Reliability Workbook", 2018, chapter 5).
 *
 * @param endpoint the endpoint
 * @param sli what is counted
 * @param day all and bad events of the last day, or of as much of it as the process has run
 * @param hour those of the last hour
 * @param fiveMinutes those of the last five minutes
 * @param burnLimit the burn rate at which {@link #burning} begins
 */
public record ErrorBudget(Endpoint endpoint, Sli sli, Tally day, Tally hour, Tally fiveMinutes, double burnLimit) {

    /** Refuses null. */
    public ErrorBudget {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(sli, "sli");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(hour, "hour");
        Objects.requireNonNull(fiveMinutes, "fiveMinutes");
    }

    /** The share of the day's allowed bad events that is left: 1 is all, 0 is none, below 0 more were bad than allowed; 1 without events. */
    public double left() {
        return 1 - rate(day);
    }

    /** How many times faster than allowed the last hour used up the budget; 0 without events. */
    public double burnOfHour() {
        return rate(hour);
    }

    /** How many times faster than allowed the last five minutes used up the budget; 0 without events. */
    public double burnOfFiveMinutes() {
        return rate(fiveMinutes);
    }

    /** Whether both windows burn at the limit or above: the hour says that it matters, the five minutes that it goes on. */
    public boolean burning() {
        return burnOfHour() >= burnLimit && burnOfFiveMinutes() >= burnLimit;
    }

    private double rate(Tally tally) {
        return tally.badRatio() / sli.objective().allowedBadRatio();
    }
}
