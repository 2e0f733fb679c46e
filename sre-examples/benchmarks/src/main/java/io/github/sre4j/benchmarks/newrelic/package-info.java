/** What a check of a service in New Relic costs, measured against the local NerdGraph. */
@NullMarked
package io.github.sre4j.benchmarks.newrelic;

import org.jspecify.annotations.NullMarked;
