package io.github.sre4j.advisor.evidence.files;

import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.Segment;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums timeslice metrics by endpoint and segment. Not thread-safe. */
final class MetricRows {

    private static final String VALUE = "newrelic.timeslice.value";
    private static final String ERRORS = "Errors/";

    private final Window window;
    private final Map<String, Map<String, Segment>> byScope = new HashMap<>();
    private final Map<String, Long> requests = new HashMap<>();
    private final Map<String, Long> errors = new HashMap<>();

    MetricRows(Window window) {
        this.window = window;
    }

    void add(Map<String, Object> row) {
        String name = RowAttributes.text(row, "metricTimesliceName");
        if (name.isEmpty() || !inside(row)) {
            return;
        }
        String scope = RowAttributes.text(row, "scope");
        long count = Math.round(RowAttributes.number(row, VALUE + ".count"));
        if (!scope.isEmpty()) {
            Segment segment = new Segment(
                    name,
                    count,
                    RowAttributes.number(row, VALUE + ".total"),
                    RowAttributes.number(row, VALUE + ".totalExclusive"));
            byScope.computeIfAbsent(scope, any -> new HashMap<>()).merge(name, segment, Segment::plus);
        } else if (name.startsWith(ERRORS)) {
            errors.merge(name.substring(ERRORS.length()), count, Long::sum);
        } else if (name.startsWith("WebTransaction/") || name.startsWith("OtherTransaction/")) {
            requests.merge(name, count, Long::sum);
        }
    }

    /** A minute counts if its middle lies in the window. */
    private boolean inside(Map<String, Object> row) {
        long begin = (long) RowAttributes.number(row, "timestamp");
        long end = row.containsKey("endTimestamp") ? (long) RowAttributes.number(row, "endTimestamp") : begin;
        return window.contains(Instant.ofEpochMilli(begin + (end - begin) / 2));
    }

    Map<EndpointName, Breakdown> breakdowns() {
        Map<EndpointName, Breakdown> all = new TreeMap<>();
        boolean errorsKnown = !errors.isEmpty();
        requests.forEach((name, count) -> all.put(
                new EndpointName(name),
                new Breakdown(
                        count,
                        errorsKnown ? errors.getOrDefault(name, 0L) : -1,
                        List.copyOf(byScope.getOrDefault(name, Map.of()).values()))));
        return all;
    }
}
