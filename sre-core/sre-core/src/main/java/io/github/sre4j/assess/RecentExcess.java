package io.github.sre4j.assess;

import io.github.sre4j.assess.dispersion.HourlySeries;
import io.github.sre4j.assess.dispersion.ServiceDispersion;
import io.github.sre4j.assess.stats.Dispersion;
import io.github.sre4j.assess.stats.ScaledBinomial;
import io.github.sre4j.sli.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests the latest hours of a series, so that a good week does not hide what has been bad since yesterday. The lengths tested are fixed in advance: twice the
 * longest incident, and each twice the one before, up to half of the series; their number is allowed for (Bonferroni).
 */
final class RecentExcess {

    private static final int LONGEST = 96;

    private final int incidentHours;

    RecentExcess(Duration incidentUpTo) {
        this.incidentHours = (int) Math.max(1, incidentUpTo.toHours());
    }

    /** Returns whether the source has enough hours to test the latest of them. */
    boolean isTested(SliCounts sli) {
        return 2 * incidentHours <= Math.min(LONGEST, sli.hours().size() / 2);
    }

    /**
     * Returns the p-value of "at most the allowed share of the latest requests is bad", all lengths together; 1 if the source has no hours or too few.
     *
     * @param sli the SLI
     * @param index its index in the estimate of the service
     * @param service dispersion of the service
     */
    double pValue(SliCounts sli, int index, ServiceDispersion service) {
        HourlySeries series = sli.hours();
        List<Integer> lengths = new ArrayList<>();
        for (int length = 2 * incidentHours; length <= LONGEST && length <= series.size() / 2; length *= 2) {
            lengths.add(length);
        }
        double smallest = 1;
        for (int length : lengths) {
            Tally latest = series.sum(series.size() - length, series.size());
            if (latest.badRatio() > sli.allowed()) {
                HourlySeries hours = series.from(series.size() - length);
                Dispersion dispersion = service.ofTest(index, hours, sli.allowed());
                smallest = Math.min(
                        smallest, ScaledBinomial.pValue(latest.total(), latest.bad(), sli.allowed(), dispersion));
            }
        }
        return Math.min(1, smallest * Math.max(1, lengths.size()));
    }
}
