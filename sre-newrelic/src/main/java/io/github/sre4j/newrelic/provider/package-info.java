/** New Relic as a telemetry provider: its section of {@code sre.yaml}, its client, and its capabilities. Start with {@code NewRelicProvider}. */
@NullMarked
package io.github.sre4j.newrelic.provider;

import org.jspecify.annotations.NullMarked;
