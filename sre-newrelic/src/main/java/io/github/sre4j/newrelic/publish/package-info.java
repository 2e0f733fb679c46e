/** Sends the summary of a check to New Relic as a custom event, where someone asked for it. Thread-safe. */
@NullMarked
package io.github.sre4j.newrelic.publish;

import org.jspecify.annotations.NullMarked;
