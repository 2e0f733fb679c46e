package io.github.sre4j.prometheus.count;

import io.github.sre4j.prometheus.api.SampleSeries;
import io.github.sre4j.prometheus.promql.CounterQueries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The targets of a service over a window. Not thread-safe while it is filled. */
final class TargetHistory {

    private final CountGrid grid;
    private final Map<Map<String, String>, TargetSteps> targets = new LinkedHashMap<>();
    private final Map<String, double[]> series = new HashMap<>();

    TargetHistory(CountGrid grid) {
        this.grid = grid;
    }

    void add(List<SampleSeries> answer) {
        for (SampleSeries each : answer) {
            Map<String, String> labels = new HashMap<>(each.labels());
            String kind = String.valueOf(labels.remove(CounterQueries.KIND));
            if (kind.equals(CounterQueries.SERIES)) {
                fill(each, series.computeIfAbsent(each.label(CounterQueries.BOUND), bound -> empty()));
            } else {
                TargetSteps target = targets.computeIfAbsent(labels, key -> new TargetSteps(key, grid));
                switch (kind) {
                    case CounterQueries.SCRAPES -> fill(each, target.scrapes);
                    case CounterQueries.RESTARTS -> fill(each, target.restarts);
                    case CounterQueries.STARTS -> fill(each, target.starts);
                    case CounterQueries.REQUESTS -> fill(each, target.requests);
                    default -> {}
                }
            }
        }
    }

    private double[] empty() {
        return new double[grid.before() + grid.steps()];
    }

    private void fill(SampleSeries from, double[] into) {
        for (int i = 0; i < from.times().length; i++) {
            int at = grid.index(from.times()[i]) + grid.before();
            if (at >= 0 && at < into.length) {
                into[at] = from.values()[i];
            }
        }
    }

    /** Returns the targets that had a sample. Processes that export none of the counters are no targets. */
    List<TargetSteps> targets() {
        return targets.values().stream()
                .filter(target -> Arrays.stream(target.scrapes).anyMatch(count -> count > 0))
                .toList();
    }

    /** Returns whether each counter has a bucket of a bound, of which there may be several spellings, at both ends of a step. */
    boolean everyCounterHas(List<String> bound, int step) {
        double[] counters = series.getOrDefault("", empty());
        for (int at = step + grid.before() - 1; at <= step + grid.before(); at++) {
            double having = 0;
            for (String text : bound) {
                having += series.getOrDefault(text, empty())[Math.max(0, at)];
            }
            if (having < counters[Math.max(0, at)]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the largest number of series at one time. */
    long mostSeries() {
        double[] sums = empty();
        series.values().forEach(counts -> {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += counts[i];
            }
        });
        return Math.round(Arrays.stream(sums).max().orElse(0));
    }

    /** Returns the usual time between two samples; empty if there are too few. */
    Duration scrapeInterval() {
        List<Double> full = new ArrayList<>();
        for (TargetSteps target : targets()) {
            for (int step = -grid.before() + 1; step < grid.steps() - 1; step++) {
                if (target.scrapes(step - 1) > 0 && target.scrapes(step) > 0 && target.scrapes(step + 1) > 0) {
                    full.add(target.scrapes(step));
                }
            }
        }
        if (full.isEmpty()) {
            return Duration.ofSeconds(15);
        }
        full.sort(null);
        double count = full.get(full.size() / 2);
        return Duration.ofMillis(Math.max(1_000, Math.round(grid.step().toMillis() / count)));
    }
}
