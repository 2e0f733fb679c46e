package io.github.sre4j.prometheus.count;

import io.github.sre4j.prometheus.promql.CounterQueries;
import io.github.sre4j.prometheus.promql.LabelMatcher;
import io.github.sre4j.prometheus.promql.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The expressions that set right what differences cannot tell: restarts, and targets that were not new. Not thread-safe. */
final class Corrections {

    /** The label of a series that tells which correction it belongs to. */
    static final String PART = "sre_part";

    /** So many times more than in any later step are no requests of the first one. */
    private static final double IMPLAUSIBLE = 3;

    private static final double FEW = 100;

    private final CounterQueries queries;
    private final TargetHistory history;
    private final CountGrid grid;
    private final List<String> expressions = new ArrayList<>();
    private final List<Integer> steps = new ArrayList<>();
    private final List<Integer> signs = new ArrayList<>();
    private final Set<TargetSteps> joined = new HashSet<>();

    Corrections(CounterQueries queries, TargetHistory history, CountGrid grid) {
        this.queries = queries;
        this.history = history;
        this.grid = grid;
    }

    Corrections prepare() {
        Duration samples = samples();
        for (int step = 0; step < grid.steps(); step++) {
            int at = step;
            List<TargetSteps> restarted = history.targets().stream()
                    .filter(target -> target.mayHaveRestarted(at) && target.isPresent(at))
                    .toList();
            for (Selector some : selectors(restarted)) {
                add(step, 1, queries.followed(some, end(step), samples));
                add(step, -1, queries.assumed(some, end(step)));
            }
            for (TargetSteps target : history.targets()) {
                if (target.isPresent(step) && !target.isPresent(step - 1)) {
                    appeared(target, step);
                }
            }
        }
        return this;
    }

    /** A target that appears counts from zero, unless it is known or evident that its counters had begun before. */
    private void appeared(TargetSteps target, int step) {
        Selector only = selectors(List.of(target)).get(0);
        int seen = target.lastSeenBefore(step);
        double start = target.start(step);
        if (seen != Integer.MIN_VALUE) {
            if (start == 0 || start == target.start(seen)) {
                add(step, -1, queries.valuesBeforeGap(only, end(seen), end(step)));
            }
        } else if (start == 0
                ? target.requests(step) > Math.max(FEW, IMPLAUSIBLE * target.busiestAfter(step))
                        && target.busiestAfter(step) > 0
                : start
                        < grid.from().getEpochSecond()
                                - history.scrapeInterval().toSeconds()) {
            add(step, -1, queries.firstValues(only, end(step), Math.round(target.scrapes(step))));
            joined.add(target);
        }
    }

    private long end(int step) {
        return grid.end(step).getEpochSecond();
    }

    private void add(int step, int sign, String expression) {
        expressions.add(CounterQueries.labelled(expression, PART, Integer.toString(expressions.size())));
        steps.add(step);
        signs.add(sign);
    }

    List<String> expressions() {
        return expressions;
    }

    int step(int part) {
        return steps.get(part);
    }

    int sign(int part) {
        return signs.get(part);
    }

    /** Returns the number of targets whose requests before their first sample are not counted. */
    int joined() {
        return joined.size();
    }

    /** Returns a time that is shorter than that between two samples and divides a step. */
    private Duration samples() {
        long step = grid.step().toSeconds();
        long most = Math.max(1, history.scrapeInterval().toMillis() * 9 / 10_000);
        long seconds = Math.min(most, step);
        while (step % seconds != 0) {
            seconds--;
        }
        return Duration.ofSeconds(seconds);
    }

    /** Returns selectors of targets: one for those that differ in one label only. */
    private List<Selector> selectors(List<TargetSteps> targets) {
        String varying = varying(targets);
        Map<Map<String, String>, Set<String>> values = new LinkedHashMap<>();
        for (TargetSteps target : targets) {
            Map<String, String> fixed = new TreeMap<>();
            queries.targets().forEach(label -> fixed.put(label, target.labels().getOrDefault(label, "")));
            String value = fixed.remove(varying);
            values.computeIfAbsent(fixed, key -> new TreeSet<>()).add(value == null ? "" : value);
        }
        List<Selector> selectors = new ArrayList<>();
        values.forEach((fixed, some) -> {
            Selector selector = queries.selector();
            for (Map.Entry<String, String> label : fixed.entrySet()) {
                selector = selector.with(LabelMatcher.equal(label.getKey(), label.getValue()));
            }
            selectors.add(varying.isEmpty() ? selector : selector.with(LabelMatcher.oneOf(varying, some)));
        });
        return selectors;
    }

    private String varying(List<TargetSteps> targets) {
        String varying = "";
        long most = 0;
        for (String label : queries.targets()) {
            long distinct = targets.stream()
                    .map(target -> target.labels().getOrDefault(label, ""))
                    .distinct()
                    .count();
            if (distinct > most) {
                most = distinct;
                varying = label;
            }
        }
        return varying;
    }
}
