/**
 * The misses known when a product adopted the standard: they may not get worse, and only get fewer.
 *
 * <p>{@link io.github.sre4j.baseline.Baseline} is the list, {@link io.github.sre4j.baseline.file.BaselineFile} its file, {@link
 * io.github.sre4j.baseline.Ratchet} compares a check with it, {@link io.github.sre4j.baseline.BaselineUpdate} makes the next one. All values are
 * immutable and safe to share between threads. Comparisons are with the baseline and the standard, never with the last build.
 */
@NullMarked
package io.github.sre4j.baseline;

import org.jspecify.annotations.NullMarked;
