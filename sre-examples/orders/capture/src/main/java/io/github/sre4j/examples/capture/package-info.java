/**
 * Makes the telemetry of the order service: a database at a stated distance, partners with stated latencies, a stated mix of
 * requests, and the New Relic agent that watches the service, all on 127.0.0.1.
 */
@NullMarked
package io.github.sre4j.examples.capture;

import org.jspecify.annotations.NullMarked;
