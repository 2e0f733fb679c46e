package io.github.sre4j.examples.faults;

import java.util.List;

/** One step of an endpoint's code. */
sealed interface Step {

    /**
     * Writes a log line.
     *
     * @param statement words, with {@code {}} for values
     * @param line line number in the source
     */
    record Log(String statement, int line) implements Step {}

    /**
     * Computes.
     *
     * @param micros processor time on an idle machine
     */
    record Work(double micros) implements Step {}

    /**
     * Calls another service and waits.
     *
     * @param service the callee
     * @param endpoint its endpoint
     * @param tolerant whether a failure is logged and the code goes on
     */
    record Call(String service, String endpoint, boolean tolerant) implements Step {}

    /**
     * Runs a statement on the service's database.
     *
     * @param statement with placeholders
     * @param micros time in the database
     */
    record Query(String statement, double micros) implements Step {}

    /**
     * Runs a method that has a span of its own.
     *
     * @param method its name
     * @param steps its code
     */
    record Section(String method, List<Step> steps) implements Step {}

    /**
     * Runs one of two branches.
     *
     * @param probability of the first one
     * @param steps the first branch
     * @param otherwise the second branch
     */
    record Branch(double probability, List<Step> steps, List<Step> otherwise) implements Step {}

    /**
     * Runs calls concurrently and waits for all.
     *
     * @param calls at least two
     */
    record Concurrent(List<Call> calls) implements Step {}
}
