/**
 * The report file {@code sre-report.json}. Its JSON Schema is the resource {@code io/github/sre4j/schema/sre-report.schema.json}: fields may
 * be added within a schema version, never renamed or removed.
 *
 * <p>Counts and excess time are exact (seconds with up to nine decimals), ratios are full doubles, intervals and
 * p-values have twelve significant digits, since the last ones may differ between machines. Verdicts rest on the numbers before rounding.
 */
@NullMarked
package io.github.sre4j.report.json;

import org.jspecify.annotations.NullMarked;
