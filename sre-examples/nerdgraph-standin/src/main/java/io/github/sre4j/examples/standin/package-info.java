/**
 * A local NerdGraph: answers GraphQL and NRQL over event files on 127.0.0.1, and misbehaves when told to.
 *
 * <p>For tests ({@link io.github.sre4j.examples.standin.NerdGraphEmulator#start}), demos and offline work
 * ({@link io.github.sre4j.examples.standin.Main}). The first start in a JVM costs one to
 * two seconds, most of it the embedded engine, a later one a tenth of a second, plus the reading of the events.
 */
@NullMarked
package io.github.sre4j.examples.standin;

import org.jspecify.annotations.NullMarked;
