/**
 * The exact binomial statistics behind verdicts: tail probabilities, Clopper-Pearson bounds, Holm's correction.
 *
 * <p>Pure functions on numbers, thread-safe. Counts may reach 10<sup>12</sup>. Accuracy is tested against Apache Commons Statistics and
 * against arbitrary-precision arithmetic.
 */
@NullMarked
package io.github.sre4j.assess.stats;

import org.jspecify.annotations.NullMarked;
