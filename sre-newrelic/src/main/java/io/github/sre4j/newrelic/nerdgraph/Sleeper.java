package io.github.sre4j.newrelic.nerdgraph;

import java.time.Duration;

/** Lets time pass; tests put one in its place that does not. */
@FunctionalInterface
interface Sleeper {

    /** Lets the time pass. */
    void pause(Duration duration) throws InterruptedException;
}
