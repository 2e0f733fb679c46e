/**
 * Contract tests for a {@link io.github.sre4j.telemetry.TelemetrySource} and a {@link io.github.sre4j.telemetry.provider.TelemetryProvider}. They need
 * junit-jupiter and AssertJ.
 */
package io.github.sre4j.telemetry.testkit;
