/**
 * New Relic as a telemetry source: finds the service, compiles a measurement plan into as few NRQL queries as possible, and reads the
 * answers.
 *
 * <p>Measuring costs two round trips, one to find the service and one with three queries, whatever the number of endpoints up to 5,000.
 */
@NullMarked
package io.github.sre4j.newrelic;

import org.jspecify.annotations.NullMarked;
