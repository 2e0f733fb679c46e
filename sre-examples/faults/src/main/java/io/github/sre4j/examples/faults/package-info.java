/**
 * Simulated systems of services with injected faults: topologies, traffic, hosts, noise and faults made from a seed, in virtual time. {@link
 * io.github.sre4j.examples.faults.FaultScores} counts how many causes are found, {@link io.github.sre4j.examples.faults.ScenarioFiles} writes one scenario
 * as OTLP files with its answer.
 */
@NullMarked
package io.github.sre4j.examples.faults;

import org.jspecify.annotations.NullMarked;
