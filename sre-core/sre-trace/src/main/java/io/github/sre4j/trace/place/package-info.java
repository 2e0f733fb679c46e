/**
 * The places of a request in source code: what a story asks for, and what it shows. Sources are read elsewhere.
 *
 * <p>Cost: as the finder. Threads: safe.
 */
@NullMarked
package io.github.sre4j.trace.place;

import org.jspecify.annotations.NullMarked;
