/**
 * What differs between requests: two of them, or the slow and the normal ones of an endpoint. In structure (which calls and code there
 * are, and how often) and in attributes.
 *
 * <pre>{@code
 * FeatureReader reader = new FeatureReader();                      // masks, the same value the same way in all requests
 * List<RequestFeatures> requests = analyses.map(reader::of).toList();
 * Cohorts.Split split = Cohorts.DEFAULT.slowest(requests);                  // or Cohorts.slowerThan(requests, nanos)
 * CohortComparison result = Cohorts.DEFAULT.compare(split.slow(), split.normal());
 * }</pre>
 *
 * <p>Whether something is there is tested by Fisher's exact test, how often it is there by the rank sum test of Wilcoxon, Mann and Whitney; the
 * false discovery rate over all tests is held by Benjamini and Hochberg's procedure (1995). Nothing is said below 20 requests a side. What always
 * comes together cannot be told apart, and is listed together.
 *
 * <p>Cost: linear in spans, then tests × requests. Threads: a {@code FeatureReader} belongs to one thread, all else is immutable. Units:
 * nanoseconds; shares from 0 to 1.
 */
@NullMarked
package io.github.sre4j.trace.compare;

import org.jspecify.annotations.NullMarked;
