/**
 * What a build does about an assessment: whether it passes, and why.
 *
 * <p>Five outcomes are kept apart, because each has someone else to act: {@link io.github.sre4j.gate.CheckOutcome}. Nothing passes silently: a
 * service without telemetry is an outcome of its own.
 */
@NullMarked
package io.github.sre4j.gate;

import org.jspecify.annotations.NullMarked;
