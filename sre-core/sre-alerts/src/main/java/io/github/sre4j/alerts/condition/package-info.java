/**
 * NRQL alert conditions of New Relic as values: what they say, the rules that only New Relic's API checks, and their Terraform blocks.
 *
 * <p>Start with {@link io.github.sre4j.alerts.condition.AlertCondition} and {@link io.github.sre4j.alerts.condition.ConditionRules}. Durations are whole
 * seconds. Everything here is immutable and thread-safe except the builder.
 */
@NullMarked
package io.github.sre4j.alerts.condition;

import org.jspecify.annotations.NullMarked;
