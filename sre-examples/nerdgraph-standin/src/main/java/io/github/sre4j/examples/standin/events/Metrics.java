package io.github.sre4j.examples.standin.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metric rows: the six numbers of a timeslice, and the {@code apm.service.*} metrics that are views of timeslices. */
public final class Metrics {
    public static final String EVENT_TYPE = "Metric";
    public static final String TIMESLICE = "newrelic.timeslice.value";
    public static final String DURATION = "apm.service.transaction.duration";

    /** Marks the columns that hold a metric's own numbers; no attribute can be called so. */
    public static final String FIELD = "\u0000";

    private static final List<String> FIELDS =
            List.of("count", "total", "totalExclusive", "min", "max", "sumOfSquares");

    private Metrics() {}

    /** Whether a metric is a view of agent timeslices and so needs an application in WHERE. */
    public static boolean isTimeslice(String metric) {
        return metric.equals(TIMESLICE) || metric.startsWith("apm.");
    }

    /** Spreads the nested value of a metric row; a row without one stays as it is. */
    static Map<String, Object> flat(Map<String, Object> row) {
        Map<String, Object> flat = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            if (value instanceof Map<?, ?> numbers && numbers.containsKey("count")) {
                flat.putIfAbsent("metricName", name);
                for (String field : FIELDS) {
                    if (numbers.get(field) instanceof Number number) {
                        flat.put(FIELD + field, number);
                    }
                }
            } else {
                flat.put(name, value);
            }
        });
        return flat;
    }

    /** The rows New Relic would also answer from this timeslice. */
    static List<Map<String, Object>> views(Map<String, Object> flat) {
        Object name = flat.get("metricTimesliceName");
        if (!(name instanceof String timeslice) || flat.containsKey("scope")) {
            return List.of();
        }
        List<Map<String, Object>> views = new ArrayList<>();
        String type = transactionType(timeslice);
        if (type != null && timeslice.indexOf('/') != timeslice.length() - 1 && !timeslice.endsWith("/all")) {
            views.add(view(flat, DURATION, Map.of("transactionName", timeslice, "transactionType", type)));
        } else if (timeslice.equals("Errors/all")) {
            views.add(view(flat, "apm.service.error.count", Map.of()));
        } else if (timeslice.startsWith("Errors/")) {
            String transaction = timeslice.substring("Errors/".length());
            String errorType = transactionType(transaction);
            if (errorType != null) {
                views.add(view(
                        flat,
                        "apm.service.transaction.error.count",
                        Map.of("transactionName", transaction, "transactionType", errorType)));
            }
        } else if (timeslice.startsWith("Datastore/statement/")) {
            String[] parts = timeslice.split("/", -1);
            if (parts.length == 5) {
                views.add(view(
                        flat,
                        "apm.service.datastore.operation.duration",
                        Map.of("datastoreType", parts[2], "table", parts[3], "operation", parts[4])));
            }
        }
        return views;
    }

    private static Map<String, Object> view(Map<String, Object> flat, String metric, Map<String, Object> dimensions) {
        Map<String, Object> view = new LinkedHashMap<>(flat);
        view.remove("metricTimesliceName");
        view.put("metricName", metric);
        view.putAll(dimensions);
        return view;
    }

    static @Nullable String transactionType(String name) {
        if (name.startsWith("WebTransaction/")) {
            return "Web";
        }
        return name.startsWith("OtherTransaction/") ? "Other" : null;
    }
}
