package io.github.sre4j.prometheus.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Series in memory. */
public final class Metrics {

    /** One series; times in milliseconds. */
    public record Series(Map<String, String> labels, TreeMap<Long, Double> samples) {}

    private final Map<Map<String, String>, Series> series = new java.util.LinkedHashMap<>();

    /** Adds a sample; NaN ends the series there, as a stale marker does. */
    public void add(Map<String, String> labels, long millis, double value) {
        Map<String, String> key = new TreeMap<>(labels);
        key.values().removeIf(String::isEmpty);
        series.computeIfAbsent(key, made -> new Series(made, new TreeMap<>()))
                .samples()
                .put(millis, value);
    }

    public List<Series> all() {
        return new ArrayList<>(series.values());
    }
}
