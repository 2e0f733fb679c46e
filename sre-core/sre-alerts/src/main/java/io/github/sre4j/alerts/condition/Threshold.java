package io.github.sre4j.alerts.condition;

import java.math.BigDecimal;

/**
 * Threshold of a condition. It opens an incident when at least one data point of the duration is beyond it.
 *
 * @param operator comparison
 * @param value threshold
 * @param durationSeconds length of time that is looked at, in seconds
 */
public record Threshold(Operator operator, BigDecimal value, int durationSeconds) {}
