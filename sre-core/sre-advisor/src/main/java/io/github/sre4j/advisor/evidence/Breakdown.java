package io.github.sre4j.advisor.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the time of an endpoint goes, from metrics that know every request.
 *
 * @param requests requests in the window
 * @param errors failed requests in the window, or -1 if the metrics do not say
 * @param segments the parts, most exclusive time first
 */
public record Breakdown(long requests, long errors, List<Segment> segments) {

    /** No such metrics. */
    public static final Breakdown NONE = new Breakdown(0, -1, List.of());

    /** Sorts and copies the list. */
    public Breakdown {
        segments = segments.stream()
                .sorted(Comparator.comparingDouble(Segment::exclusiveSeconds)
                        .reversed()
                        .thenComparing(Segment::name))
                .toList();
    }

    /** Whether there are such metrics. */
    public boolean known() {
        return requests > 0 && !segments.isEmpty();
    }

    /** How often a segment runs in a request, on average. */
    public double perRequest(Segment segment) {
        return requests == 0 ? 0 : (double) segment.count() / requests;
    }

    /** All segments of a kind that match, as one; empty if there are none. */
    public Optional<Segment> sum(Predicate<Segment> which) {
        return segments.stream().filter(which).reduce(Segment::plus);
    }

    /** The statement on that table with that operation, over all databases. */
    public Optional<Segment> statement(String table, String operation) {
        return sum(segment -> segment.tableOperation()
                .filter(found ->
                        found.table().equals(table) && found.operation().equals(operation))
                .isPresent());
    }

    /** The calls to a host. */
    public Optional<Segment> host(String host) {
        return sum(segment -> segment.host().filter(host::equals).isPresent());
    }
}
