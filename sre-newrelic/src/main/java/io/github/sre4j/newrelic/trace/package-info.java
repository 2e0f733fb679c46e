/** Gets what New Relic knows of one request, for a trace story. Thread-safe. */
@NullMarked
package io.github.sre4j.newrelic.trace;

import org.jspecify.annotations.NullMarked;
