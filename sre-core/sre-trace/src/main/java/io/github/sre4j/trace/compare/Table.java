package io.github.sre4j.trace.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All features of all requests: a number a request, slow ones first. Features that cannot tell requests apart are left out. */
final class Table {

    private final int slow;
    private final List<RequestFeatures> requests;
    private final double maxDistinctShare;
    private final Map<Feature, int[]> columns = new TreeMap<>();

    Table(List<RequestFeatures> slowOnes, List<RequestFeatures> normalOnes, double maxDistinctShare) {
        this.slow = slowOnes.size();
        this.requests = new ArrayList<>(slowOnes);
        this.requests.addAll(normalOnes);
        this.maxDistinctShare = maxDistinctShare;
        calls();
        attributes();
    }

    Map<Feature, int[]> columns() {
        return columns;
    }

    int slow() {
        return slow;
    }

    private void calls() {
        Map<String, int[]> counts = new TreeMap<>();
        for (int i = 0; i < requests.size(); i++) {
            for (Map.Entry<String, Integer> call : requests.get(i).calls().entrySet()) {
                counts.computeIfAbsent(call.getKey(), any -> new int[requests.size()])[i] = call.getValue();
            }
        }
        counts.forEach((name, column) -> {
            int[] presence = Arrays.stream(column).map(n -> Math.min(1, n)).toArray();
            add(new Feature(Feature.Kind.PRESENCE, name, ""), presence);
            if (!Arrays.equals(presence, column)) {
                add(new Feature(Feature.Kind.CALLS, name, ""), column);
            }
        });
    }

    private void attributes() {
        Map<String, Map<String, int[]>> byName = new TreeMap<>();
        for (int i = 0; i < requests.size(); i++) {
            for (Map.Entry<String, String> attribute :
                    requests.get(i).attributes().entrySet()) {
                byName.computeIfAbsent(attribute.getKey(), any -> new HashMap<>())
                        .computeIfAbsent(attribute.getValue(), any -> new int[requests.size()])[i] = 1;
            }
        }
        byName.forEach((name, values) -> {
            int known = values.values().stream()
                    .mapToInt(column -> Arrays.stream(column).sum())
                    .sum();
            if (values.size() <= Math.max(1, maxDistinctShare * known)) {
                values.forEach((value, column) -> add(new Feature(Feature.Kind.ATTRIBUTE, name, value), column));
            }
        });
    }

    private void add(Feature feature, int[] column) {
        Set<Integer> different = new HashSet<>();
        for (int value : column) {
            different.add(value);
        }
        if (different.size() > 1) {
            columns.put(feature, column);
        }
    }
}
