package io.github.sre4j.recorder.log;

import io.github.sre4j.recorder.EndpointCounts;
import java.time.Instant;

/**
 * One endpoint in one interval, read back.
 *
 * @param run the run of the process that wrote it: a UUID
 * @param interval number of the interval in the run, from 1: two records with one run, interval and endpoint are copies
 * @param from the interval's beginning
 * @param to its end
 * @param counts what happened
 */
public record LoggedCounts(String run, long interval, Instant from, Instant to, EndpointCounts counts) {}
