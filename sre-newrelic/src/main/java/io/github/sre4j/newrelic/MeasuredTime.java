package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import java.math.BigDecimal;
import java.util.List;

/** Conditions on the time of events: those that a plan leaves out, and the others. */
final class MeasuredTime {

    private MeasuredTime() {}

    /** Adds to a query that events of some times do not count. */
    static Nrql without(Nrql query, List<Window> excluded) {
        Nrql limited = query;
        for (Window each : excluded) {
            limited = limited.where(before(each).or(after(each)));
        }
        return limited;
    }

    /** Adds to a condition that events of some times do not count. */
    static Condition without(Condition condition, List<Window> excluded) {
        Condition limited = condition;
        for (Window each : excluded) {
            limited = limited.and(before(each).or(after(each)));
        }
        return limited;
    }

    private static Condition before(Window window) {
        return Condition.below(
                EventModel.TIMESTAMP, BigDecimal.valueOf(window.from().toEpochMilli()));
    }

    private static Condition after(Window window) {
        return Condition.atLeast(
                EventModel.TIMESTAMP, BigDecimal.valueOf(window.to().toEpochMilli()));
    }
}
