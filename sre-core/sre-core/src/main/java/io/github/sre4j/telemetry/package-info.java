/**
 * Where measurements come from: the small interface every telemetry source implements, the plan it is given and the measurements it
 * returns.
 *
 * <p>A source is asked once per check. It counts, it does not judge: thresholds arrive in the {@link
 * io.github.sre4j.telemetry.MeasurementPlan}, verdicts are made elsewhere. What a source could not read it names; it never leaves
 * anything out silently. A contract test kit ({@code io.github.sre4j.telemetry.testkit.TelemetrySourceContract}) ships as the
 * {@code testkit} artifact for whoever writes a source.
 */
@NullMarked
package io.github.sre4j.telemetry;

import org.jspecify.annotations.NullMarked;
