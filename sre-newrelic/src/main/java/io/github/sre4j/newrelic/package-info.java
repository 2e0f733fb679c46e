/** New Relic as a telemetry source. */
@NullMarked
package io.github.sre4j.newrelic;

import org.jspecify.annotations.NullMarked;
