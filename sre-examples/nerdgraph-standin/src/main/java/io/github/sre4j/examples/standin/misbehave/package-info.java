/**
 * What goes wrong between a client and NerdGraph, on demand: modes, how one is written, and which applies to a request.
 *
 * <p>A plan is safe for threads. Delays are milliseconds, what New Relic is told to need is seconds.
 */
@NullMarked
package io.github.sre4j.examples.standin.misbehave;

import org.jspecify.annotations.NullMarked;
