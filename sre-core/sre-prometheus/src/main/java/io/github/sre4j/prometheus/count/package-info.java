/** Exact counts of counters: which targets there were, when they restarted, and what was counted meanwhile. Start with {@code CounterReader}. */
@NullMarked
package io.github.sre4j.prometheus.count;

import org.jspecify.annotations.NullMarked;
