/** Simulation of the promise behind MISSED: how often services that meet the standard are told otherwise, and how often breaches are found. */
@NullMarked
package io.github.sre4j.benchmarks.verdicts;

import org.jspecify.annotations.NullMarked;
