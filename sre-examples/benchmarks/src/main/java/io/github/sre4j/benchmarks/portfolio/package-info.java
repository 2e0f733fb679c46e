/** The page of all products of a company: reports are generated from a real one, then read, drawn and tabled in a young JVM. */
@NullMarked
package io.github.sre4j.benchmarks.portfolio;

import org.jspecify.annotations.NullMarked;
