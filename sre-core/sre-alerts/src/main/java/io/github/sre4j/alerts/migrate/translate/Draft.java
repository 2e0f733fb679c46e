package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.condition.Operator;
import java.math.BigDecimal;

/**
 * Threshold of one trigger on one signal, before triggers on the same signal are joined.
 *
 * @param signal number that is watched
 * @param operator comparison
 * @param threshold threshold in the signal's unit
 * @param absent whether silence is what triggers
 * @param severity 1 (highest) to 5
 * @param trigger name of the trigger
 */
record Draft(Signal signal, Operator operator, BigDecimal threshold, boolean absent, int severity, String trigger) {}
