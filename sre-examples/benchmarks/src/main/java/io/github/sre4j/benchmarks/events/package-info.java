/**
 * Event files into per-endpoint statistics: this library, DuckDB, jq and {@code wc} on the same file. {@code run-events.sh} runs them side by
 * side; each main class here is one process of that comparison.
 */
@NullMarked
package io.github.sre4j.benchmarks.events;

import org.jspecify.annotations.NullMarked;
