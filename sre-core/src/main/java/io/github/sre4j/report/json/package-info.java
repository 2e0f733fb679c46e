/**
 * The report file {@code sre-report.json}. Its JSON Schema is the resource {@code io/github/sre4j/schema/sre-report.schema.json}: fields may
 * be added within a schema version, never renamed or removed.
 *
 * <p>Counts and excess time are exact (seconds with up to nine decimals), ratios and intervals are written as full doubles.
 */
@NullMarked
package io.github.sre4j.report.json;

import org.jspecify.annotations.NullMarked;
