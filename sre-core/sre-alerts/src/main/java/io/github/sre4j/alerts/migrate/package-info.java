/**
 * Moves OpenSearch Alerting monitors to New Relic alert conditions.
 *
 * <p>Start with {@link io.github.sre4j.alerts.migrate.Migration}: it reads monitors, translates them clause by clause, and has the Terraform files and the
 * report of the result. Nothing of a monitor is dropped in silence: each part that differs, needs an answer or has no counterpart is a finding.
 *
 * <p>Everything here is immutable and thread-safe.
 */
@NullMarked
package io.github.sre4j.alerts.migrate;

import org.jspecify.annotations.NullMarked;
