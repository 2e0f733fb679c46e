package io.github.sre4j.examples.standin.answer;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a query yields. Totals cost a query of their own and are worked out only when asked for.
 *
 * @param results rows; each a map in the order of the query
 * @param inspected events that WHERE and the window let through
 */
public record Answer(
        List<Map<String, @Nullable Object>> results,
        @Nullable List<Map<String, @Nullable Object>> current,
        @Nullable List<Map<String, @Nullable Object>> previous,
        Supplier<@Nullable Object> total,
        Supplier<@Nullable Object> other,
        List<String> eventTypes,
        @Nullable List<String> facets,
        List<String> messages,
        Window window,
        @Nullable String since,
        @Nullable String until,
        @Nullable String compareWith,
        long inspected) {}
