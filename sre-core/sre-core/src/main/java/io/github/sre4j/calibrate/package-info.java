/**
 * "How far should we improve?", answered with data: what each possible latency threshold would mean, and which one the data suggests.
 *
 * <p>{@link io.github.sre4j.calibrate.Calibrator} measures a product once for each threshold of a ladder, so that every number is exact; {@link
 * io.github.sre4j.calibrate.Portfolio} reads many reports, which only tell about. Values are immutable and safe to share between threads.
 */
@NullMarked
package io.github.sre4j.calibrate;

import org.jspecify.annotations.NullMarked;
