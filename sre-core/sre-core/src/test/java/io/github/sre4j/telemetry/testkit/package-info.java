/** A contract test for whoever writes a {@link io.github.sre4j.telemetry.TelemetrySource}. Needs junit-jupiter and AssertJ. */
package io.github.sre4j.telemetry.testkit;
