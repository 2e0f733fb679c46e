package io.github.sre4j.report;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.baseline.BaselineComparison;
import io.github.sre4j.baseline.BaselineComparison.State;
import java.util.Comparator;
import java.util.List;

/** The missed endpoints in the order in which they are worth reading: what fails the build first, then most excess time first. */
public final class ViolationOrder {

    private ViolationOrder() {}

    /** The missed endpoints of a report. */
    public static List<EndpointResult> of(ServiceLevelReport report) {
        List<EndpointResult> missed = report.assessment().endpoints(Verdict.MISSED);
        BaselineComparison comparison = report.gate().comparison();
        return comparison == null
                ? missed
                : missed.stream()
                        .sorted(Comparator.comparing(result -> !fails(comparison, result)))
                        .toList();
    }

    /** Whether some stand before others because they fail the build. */
    public static boolean newOrWorseFirst(ServiceLevelReport report) {
        BaselineComparison comparison = report.gate().comparison();
        return comparison != null
                && comparison.present()
                && comparison.misses().stream()
                        .anyMatch(miss -> miss.state() == State.NEW || miss.state() == State.WORSE);
    }

    private static boolean fails(BaselineComparison comparison, EndpointResult result) {
        return comparison.misses().stream()
                .filter(miss -> miss.endpoint().equals(result.endpoint().name()))
                .anyMatch(miss -> miss.state() == State.NEW || miss.state() == State.WORSE);
    }
}
