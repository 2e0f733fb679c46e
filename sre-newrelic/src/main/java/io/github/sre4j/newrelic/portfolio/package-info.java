/** Reads the checks of many products that were published to New Relic as {@code SreCheck} events. */
@NullMarked
package io.github.sre4j.newrelic.portfolio;

import org.jspecify.annotations.NullMarked;
