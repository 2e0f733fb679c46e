package io.github.sre4j.telemetry.testkit;

import java.time.Duration;
import java.time.Instant;

/**
 * One request that a source under test is to have seen.
 *
 * @param endpoint the stored name
 * @param at when it began, in whole milliseconds
 * @param duration how long it took, in whole microseconds
 * @param error whether it failed
 */
public record Request(String endpoint, Instant at, Duration duration, boolean error) {}
