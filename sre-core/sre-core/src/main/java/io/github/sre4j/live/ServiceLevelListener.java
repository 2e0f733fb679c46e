package io.github.sre4j.live;

import io.github.sre4j.report.ServiceLevelReport;
import java.util.List;

/** Told of evaluations, by the thread that evaluates, one at a time. */
@FunctionalInterface
public interface ServiceLevelListener {

    /** Something changed, and stayed so for as long as the hysteresis asks. */
    void changed(ServiceLevelChange change);

    /**
     * An evaluation is over, whether anything changed or not; comes before what changed.
     *
     * @param report the report on the last hour
     * @param budgets the budget of every SLI, least left first
     */
    default void evaluated(ServiceLevelReport report, List<ErrorBudget> budgets) {}
}
