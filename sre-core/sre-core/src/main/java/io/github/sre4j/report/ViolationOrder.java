package io.github.sre4j.report;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.baseline.BaselineComparison;
import io.github.sre4j.baseline.BaselineComparison.State;
import io.github.sre4j.sli.EndpointName;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The missed endpoints in the order in which they are worth reading: what fails the build first, then most excess time first. */
public final class ViolationOrder {

    private ViolationOrder() {}

    /** The missed endpoints of a report. */
    public static List<EndpointResult> of(ServiceLevelReport report) {
        List<EndpointResult> missed = report.assessment().endpoints(Verdict.MISSED);
        BaselineComparison comparison = report.gate().comparison();
        if (comparison == null) {
            return missed;
        }
        Set<EndpointName> failing = comparison.misses().stream()
                .filter(ViolationOrder::isNewOrWorse)
                .map(BaselineComparison.Missed::endpoint)
                .collect(Collectors.toSet());
        return missed.stream()
                .sorted(Comparator.comparing(
                        result -> !failing.contains(result.endpoint().name())))
                .toList();
    }

    /** Whether some stand before others because they fail the build. */
    public static boolean newOrWorseFirst(ServiceLevelReport report) {
        BaselineComparison comparison = report.gate().comparison();
        return comparison != null
                && comparison.present()
                && comparison.misses().stream().anyMatch(ViolationOrder::isNewOrWorse);
    }

    private static boolean isNewOrWorse(BaselineComparison.Missed miss) {
        return miss.state() == State.NEW || miss.state() == State.WORSE;
    }
}
