/**
 * The places of trace stories, found in the index of a product's sources.
 *
 * <p>Cost: one search of the index per name; answers are kept. Threads: safe.
 */
@NullMarked
package io.github.sre4j.advisor.place;

import org.jspecify.annotations.NullMarked;
