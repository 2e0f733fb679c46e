package io.github.sre4j.assess.dispersion;

import io.github.sre4j.assess.stats.Dispersion;
import java.util.ArrayList;
import java.util.List;

/**
 * Estimates the dispersion of every SLI of a service from all of them together.
 *
 * <p>Model: the number of bad requests of n has the variance n p (1 − p) φ with φ = h + c² (Σ n<sub>d</sub>² / n) p / (1 − p), where h is the variance
 * factor of bursts inside a day, c the coefficient of variation of the share of bad requests between days, and n<sub>d</sub> the requests of day d (D. A.
 * Williams, "Extra-binomial variation in logistic linear models", Applied Statistics 31, 1982). h is estimated by moments for each SLI and shrunk
 * towards the estimate over all SLIs (empirical Bayes: M. D. Robinson and G. K. Smyth, "Moderated statistical tests for assessing differences in tag
 * abundance", Bioinformatics 23, 2007); c is one for the service, with one standard error added. Degrees of freedom after F. E. Satterthwaite, "An
 * approximate distribution of estimates of variance components", Biometrics Bulletin 2, 1946.
 */
public final class DispersionEstimator {

    /** The factor assumed where no hours tell it: bursts with a mean size of 1.25 requests. */
    public static final double ASSUMED_FACTOR = 1.5;

    /** Weight of the assumption, in degrees of freedom. */
    private static final double ASSUMED_FREEDOM = 10;

    /** Largest weight of all other SLIs in the estimate of one, in degrees of freedom. */
    private static final double SHRINKAGE = 40;

    /** Fewer bad requests say nothing about days. */
    private static final long MIN_BAD = 10;

    /** How many times the median of all SLIs the factor of one must be to leave it out of the estimate for the others. */
    private static final double INCIDENT = 10;

    private DispersionEstimator() {}

    /**
     * Estimates the dispersion.
     *
     * @param series one series for each SLI; empty ones where the source has no hours
     */
    public static ServiceDispersion estimate(List<HourlySeries> series) {
        List<HourVariance> hours = new ArrayList<>(series.size());
        List<DayVariance> days = new ArrayList<>(series.size());
        for (HourlySeries each : series) {
            boolean telling = each.sum(0, each.size()).bad() >= MIN_BAD;
            Blocks blocks = Blocks.of(each, telling ? LevelShift.find(each) : 0);
            hours.add(HourVariance.of(blocks));
            days.add(telling ? DayVariance.of(blocks) : new DayVariance(0, 0, 0));
        }
        double limit = incidentLimit(hours);
        Dispersion bursts =
                bursts(hours.stream().filter(hour -> !isIncident(hour, limit)).toList());
        List<Dispersion> own = hours.stream().map(hour -> shrunk(hour, bursts)).toList();
        for (int i = 0; i < hours.size(); i++) {
            if (isIncident(hours.get(i), limit)) {
                days.set(i, new DayVariance(0, 0, 0));
            }
        }
        return new ServiceDispersion(bursts, own, dayVariation(days, own), isObserved(hours));
    }

    private static boolean isObserved(List<HourVariance> hours) {
        return hours.stream().anyMatch(HourVariance::isInformative);
    }

    /** The factor above which an SLI tells of an incident of its own, which says nothing about the others. */
    private static double incidentLimit(List<HourVariance> hours) {
        double[] factors = hours.stream()
                .filter(DispersionEstimator::isTelling)
                .mapToDouble(HourVariance::factor)
                .sorted()
                .toArray();
        return factors.length < 2
                ? Double.POSITIVE_INFINITY
                : INCIDENT * Math.max(1, factors[(factors.length - 1) / 2]);
    }

    private static boolean isIncident(HourVariance hour, double limit) {
        return isTelling(hour) && hour.factor() > limit;
    }

    private static boolean isTelling(HourVariance hour) {
        return hour.isInformative() && hour.bad() >= MIN_BAD;
    }

    /** The variance factor inside a day over all SLIs, shrunk towards the assumption. */
    private static Dispersion bursts(List<HourVariance> hours) {
        double observed = 0;
        double expected = 0;
        for (HourVariance hour : hours) {
            observed += hour.observed();
            expected += hour.expected();
        }
        if (expected == 0) {
            return new Dispersion(ASSUMED_FACTOR, 0, ASSUMED_FREEDOM);
        }
        double factor = observed / expected;
        double inverse = 0;
        for (HourVariance hour : hours) {
            if (hour.isInformative()) {
                double weight = hour.expected() / expected;
                inverse += weight * weight / hour.freedom(Math.max(1, factor));
            }
        }
        double freedom = 1 / inverse;
        double all = freedom + ASSUMED_FREEDOM;
        return new Dispersion(Math.max(1, (factor * freedom + ASSUMED_FACTOR * ASSUMED_FREEDOM) / all), 0, all);
    }

    private static Dispersion shrunk(HourVariance hour, Dispersion all) {
        double prior = Math.min(SHRINKAGE, all.freedom());
        if (!hour.isInformative()) {
            return new Dispersion(all.factor(), 0, prior);
        }
        double freedom = hour.freedom(all.factor());
        double factor = (hour.factor() * freedom + all.factor() * prior) / (freedom + prior);
        return new Dispersion(Math.max(1, factor), 0, freedom + prior);
    }

    private static DayVariation dayVariation(List<DayVariance> days, List<Dispersion> bursts) {
        double excess = 0;
        double weight = 0;
        for (int i = 0; i < days.size(); i++) {
            excess += days.get(i).pearson()
                    - days.get(i).freedom() * bursts.get(i).factor();
            weight += days.get(i).weight();
        }
        if (weight == 0) {
            return DayVariation.NONE;
        }
        double square = Math.max(0, excess / weight);
        double variance = 0;
        for (int i = 0; i < days.size(); i++) {
            DayVariance day = days.get(i);
            if (day.freedom() > 0) {
                double mean = bursts.get(i).factor() + square * day.weight() / day.freedom();
                variance += 2 * day.freedom() * mean * mean;
            }
        }
        double error = Math.sqrt(variance) / weight;
        double upper = square + error;
        return new DayVariation(square, upper, 2 * upper * upper / (error * error));
    }
}
