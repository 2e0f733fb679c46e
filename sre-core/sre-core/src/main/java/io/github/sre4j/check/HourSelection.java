package io.github.sre4j.check;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.stats.Dispersion;
import io.github.sre4j.assess.stats.ScaledBinomial;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import java.util.Comparator;
import java.util.List;

/**
 * Selects the endpoints whose counts by hour a check needs: those that exceed a limit by more than chance, over the window or in its second half, of which the course
 * over the window decides, and the ones with most bad requests next to them, which show whether bad requests of this service come in bursts. Where too many
 * requests have no route, hours of all names make the course of that share.
 */
final class HourSelection {

    /** Further ones add little to an estimate over all of them. */
    static final int MAX_ENDPOINTS = 30;

    /** As many names as make an answer of tolerable size. */
    static final int MAX_NAMES = 120;

    private static final double NOT_CHANCE = 0.01;

    private HourSelection() {}

    /**
     * Returns the endpoints, the most important first; empty if no verdict depends on hours that are not known.
     *
     * @param assessment the verdicts without hours
     * @param measured everything that was measured
     */
    static List<EndpointName> of(Assessment assessment, List<EndpointMeasurement> measured) {
        boolean ofRoutes = assessment
                .unroutedShare()
                .filter(result -> result.measurement().hours().isEmpty() && isOpen(result))
                .isPresent();
        List<EndpointName> all = measured.stream()
                .filter(each -> each.hours().isEmpty() && each.whole().requests() > 0)
                .map(EndpointMeasurement::name)
                .toList();
        if (ofRoutes && all.size() <= MAX_NAMES) {
            return all;
        }
        List<EndpointResult> without = assessment.endpoints().stream()
                .filter(result -> result.measurement().hours().isEmpty())
                .filter(result -> bad(result) > 0)
                .toList();
        return without.stream().noneMatch(HourSelection::isOpen)
                ? List.of()
                : without.stream()
                        .sorted(Comparator.comparing(HourSelection::isOpen, Comparator.reverseOrder())
                                .thenComparing(HourSelection::bad, Comparator.reverseOrder())
                                .thenComparing(result -> result.endpoint().name()))
                        .limit(MAX_ENDPOINTS)
                        .map(result -> result.endpoint().name())
                        .toList();
    }

    private static boolean isOpen(EndpointResult result) {
        return result.slis().stream()
                .anyMatch(sli -> sli.timeCourse().isPresent() || isWorseLately(result.measurement(), sli));
    }

    private static boolean isWorseLately(EndpointMeasurement measurement, SliResult sli) {
        Tally half = measurement.secondHalf().tally(sli.sli().kind());
        double allowed = sli.sli().objective().allowedBadRatio();
        return half.total() > 0
                && half.badRatio() > allowed
                && ScaledBinomial.pValue(half.total(), half.bad(), allowed, Dispersion.INDEPENDENT) < NOT_CHANCE;
    }

    private static long bad(EndpointResult result) {
        Counts counts = result.measurement().whole();
        return counts.slow() + counts.errors();
    }
}
