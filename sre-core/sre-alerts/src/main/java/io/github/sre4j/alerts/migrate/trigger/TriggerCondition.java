package io.github.sre4j.alerts.migrate.trigger;

import io.github.sre4j.alerts.condition.Operator;
import java.math.BigDecimal;
import java.util.List;

/** Meaning of a trigger. */
public sealed interface TriggerCondition {

    /**
     * Comparison of a measure with a number.
     *
     * @param metric path of the metric; that of the ratio's upper part
     * @param divisor path of the metric that divides, empty if none does
     * @param operator comparison
     * @param threshold number
     */
    record Comparison(String metric, String divisor, Operator operator, BigDecimal threshold)
            implements TriggerCondition {}

    /**
     * Comparison within the buckets of an aggregation; one bucket suffices.
     *
     * @param list path of the buckets
     * @param body meaning for one bucket, whose paths begin with {@code bucket}
     */
    record AnyBucket(String list, TriggerCondition body) implements TriggerCondition {}

    /**
     * All parts at the same time.
     *
     * @param parts at least two
     */
    record All(List<TriggerCondition> parts) implements TriggerCondition {
        /** Copies the list. */
        public All {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Any part.
     *
     * @param parts at least two
     */
    record Any(List<TriggerCondition> parts) implements TriggerCondition {
        /** Copies the list. */
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Constant.
     *
     * @param value true: each run sends its messages; false: none does
     */
    record Always(boolean value) implements TriggerCondition {}

    /**
     * Script outside the accepted grammar.
     *
     * @param script script as written
     */
    record Unsupported(String script) implements TriggerCondition {}
}
