/**
 * From measurements to verdicts, by exact statistics.
 *
 * <p>{@link io.github.sre4j.assess.Assessor} judges every SLI of every endpoint of a build together, so that the chance of one false miss
 * in the whole build stays below what the standard accepts. The formulas are in {@code io.github.sre4j.assess.stats}. Everything here is
 * immutable and safe to share between threads.
 */
@NullMarked
package io.github.sre4j.assess;

import org.jspecify.annotations.NullMarked;
