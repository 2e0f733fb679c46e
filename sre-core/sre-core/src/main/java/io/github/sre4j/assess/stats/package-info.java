/**
 * The exact binomial statistics behind verdicts: tail probabilities, Clopper-Pearson bounds, Holm's correction, Fisher's comparison of two
 * shares.
 *
 * <p>Pure functions on numbers: no state, no I/O, safe for any thread. Shares and probabilities run from 0 to 1, counts may reach
 * 10<sup>12</sup>. A tail or a bound costs about a microsecond, whatever the counts; only {@link
 * io.github.sre4j.assess.stats.FisherExact} grows with them, with the standard deviation of the count.
 */
@NullMarked
package io.github.sre4j.assess.stats;

import org.jspecify.annotations.NullMarked;
