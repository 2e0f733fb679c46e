package io.github.sre4j.examples.standin.graphql;

import java.time.Duration;

/**
 * A query that a client asked.
 *
 * @param timeout what it was given, after clamping
 */
public record Asked(int account, String nrql, Duration timeout, boolean async) {}
