/**
 * From NRQL to results shaped as New Relic shapes them.
 *
 * <p>A query becomes one SQL statement (two where a total or a comparison is asked for). Values travel as parameters, names of
 * attributes never leave Java. SQL yields sums and counts; what NRQL makes of them (percentiles from logarithmic buckets, rates,
 * percentages, histograms) is worked out here. Times are epoch milliseconds, except the seconds of TIMESERIES rows.
 */
@NullMarked
package io.github.sre4j.examples.standin.answer;

import org.jspecify.annotations.NullMarked;
