/** How fast traces are analysed. */
@NullMarked
package io.github.sre4j.benchmarks.traces;

import org.jspecify.annotations.NullMarked;
