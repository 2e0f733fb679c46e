/**
 * NRQL queries built from values, never from pasted strings.
 *
 * <p>Every value is quoted for its place; what NRQL cannot express is refused with an {@link java.lang.IllegalArgumentException} that says
 * so. All types are immutable and safe to share between threads.
 */
@NullMarked
package io.github.sre4j.newrelic.nrql;

import org.jspecify.annotations.NullMarked;
