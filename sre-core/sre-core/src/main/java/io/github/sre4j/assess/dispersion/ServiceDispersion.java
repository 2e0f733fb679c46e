package io.github.sre4j.assess.dispersion;

import io.github.sre4j.assess.stats.Dispersion;
import java.util.List;

/** The dispersion of bad requests in a service, and of each of its SLIs. Immutable and thread-safe. */
public final class ServiceDispersion {

    private final Dispersion bursts;
    private final List<Dispersion> own;
    private final DayVariation days;
    private final boolean observed;

    ServiceDispersion(Dispersion bursts, List<Dispersion> own, DayVariation days, boolean observed) {
        this.bursts = bursts;
        this.own = List.copyOf(own);
        this.days = days;
        this.observed = observed;
    }

    /** Returns whether hours with bad requests told it; otherwise {@link DispersionEstimator#ASSUMED_FACTOR} is assumed. */
    public boolean isObserved() {
        return observed;
    }

    /** Returns the variance factor of bursts over all SLIs, ≥ 1: 1 is independent. */
    public double burstFactor() {
        return bursts.factor();
    }

    /** Returns the coefficient of variation of the share of bad requests between days, ≥ 0. */
    public double dayVariation() {
        return Math.sqrt(days.square());
    }

    /**
     * Returns the dispersion that a test of one SLI must allow for, if exactly the allowed share of its requests is bad: days vary by their estimate and one
     * standard error.
     *
     * @param index index of the SLI in the list that was estimated from
     * @param series its series
     * @param allowed allowed share of bad requests, 0 to 1
     */
    public Dispersion ofTest(int index, HourlySeries series, double allowed) {
        Dispersion hour = own.get(index);
        double day = days(days.upper(), series, allowed);
        if (day == 0) {
            return hour;
        }
        double factor = hour.factor() + day;
        double freedom =
                factor * factor / (hour.factor() * hour.factor() / hour.freedom() + day * day / days.freedom());
        return new Dispersion(hour.bursts(), day, freedom);
    }

    /**
     * Returns the estimate of the variance factor of the number of bad requests of one SLI; 1 where hours tell nothing.
     *
     * @param index index of the SLI in the list that was estimated from
     * @param series its series
     * @param share share of bad requests, 0 to 1
     */
    public double factor(int index, HourlySeries series, double share) {
        return observed ? own.get(index).factor() + days(days.square(), series, share) : 1;
    }

    private static double days(double square, HourlySeries series, double share) {
        return share >= 1 ? 0 : square * series.requestsPerDay() * share / (1 - share);
    }
}
