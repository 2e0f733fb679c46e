package io.github.sre4j.prometheus.count;

import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * The requests of a service in a window.
 *
 * @param grid the steps
 * @param requests the counts by kind of request
 * @param coverage the samples they rest on
 * @param complete returns whether each counter had a bucket of a bound, given as its spellings, in a step
 * @param queries the expressions that were evaluated
 */
public record CounterRead(
        CountGrid grid,
        List<RequestCounts> requests,
        ScrapeCoverage coverage,
        BiPredicate<List<String>, Integer> complete,
        List<String> queries) {

    /** Copies the lists. */
    public CounterRead {
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(complete, "complete");
        requests = List.copyOf(requests);
        queries = List.copyOf(queries);
    }
}
