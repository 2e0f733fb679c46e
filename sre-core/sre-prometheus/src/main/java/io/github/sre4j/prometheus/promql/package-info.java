/** PromQL, built from values: selectors, and the expressions that count exactly. Start with {@code CounterQueries}. */
@NullMarked
package io.github.sre4j.prometheus.promql;

import org.jspecify.annotations.NullMarked;
