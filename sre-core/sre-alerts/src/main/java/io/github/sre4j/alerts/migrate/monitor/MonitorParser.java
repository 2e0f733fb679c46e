package io.github.sre4j.alerts.migrate.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a monitor of its JSON object. What it does not know is listed, never dropped. Not thread-safe. */
final class MonitorParser {

    private static final Set<String> KNOWN = Set.of(
            "name",
            "type",
            "monitor_type",
            "enabled",
            "schedule",
            "inputs",
            "triggers",
            "ui_metadata",
            "user",
            "data_sources",
            "owner",
            "schema_version",
            "enabled_time",
            "last_update_time",
            "associated_workflows",
            "delete_query_index_in_every_run",
            "should_create_single_alert_for_findings",
            "shards",
            "metadata",
            "id",
            "version",
            "_id",
            "_version");
    private static final Set<String> KNOWN_IN_TRIGGER = Set.of(
            "id", "name", "severity", "condition", "actions", "min_time_between_executions", "rolling_window_size");
    private static final List<String> WRAPPERS =
            List.of("query_level_trigger", "bucket_level_trigger", "document_level_trigger", "chained_alert_trigger");

    private final String origin;
    private final List<String> unknown = new ArrayList<>();

    MonitorParser(String origin) {
        this.origin = origin;
    }

    Monitor parse(JsonNode node) {
        node.fieldNames().forEachRemaining(key -> {
            if (!KNOWN.contains(key)) {
                unknown.add(key);
            }
        });
        List<MonitorTrigger> triggers = new ArrayList<>();
        for (JsonNode trigger : node.path("triggers")) {
            triggers.add(trigger(trigger));
        }
        return new Monitor(
                origin,
                node.path("name").asText(origin),
                node.path("monitor_type").asText("query_level_monitor"),
                node.path("enabled").asBoolean(true),
                schedule(node.path("schedule")),
                input(node.path("inputs")),
                triggers,
                unknown);
    }

    private Schedule schedule(JsonNode node) {
        JsonNode cron = node.path("cron");
        if (cron.isObject()) {
            return new Schedule.Cron(
                    cron.path("expression").asText(""), cron.path("timezone").asText("UTC"));
        }
        JsonNode period = node.path("period");
        long interval = period.path("interval").asLong(0);
        long unit = switch (period.path("unit").asText("MINUTES")) {
            case "SECONDS" -> 1;
            case "HOURS" -> 3_600;
            case "DAYS" -> 86_400;
            default -> 60;
        };
        if (interval <= 0 || interval > 1_000_000) {
            throw new InvalidInputException(Message.of(FindingTexts.class, "file.no-schedule", origin));
        }
        return new Schedule.Interval(interval * unit);
    }

    private MonitorInput input(JsonNode inputs) {
        if (inputs.size() > 1) {
            return new MonitorInput.Other("inputs[" + inputs.size() + "]");
        }
        JsonNode input = inputs.path(0);
        JsonNode search = input.path("search");
        if (search.isObject()) {
            return new MonitorInput.Search(texts(search.path("indices")), search.path("query"));
        }
        JsonNode documents = input.path("doc_level_input");
        if (documents.isObject()) {
            List<MonitorInput.DocumentQuery> queries = new ArrayList<>();
            for (JsonNode query : documents.path("queries")) {
                queries.add(new MonitorInput.DocumentQuery(
                        query.path("id").asText(""),
                        query.path("name").asText(""),
                        query.path("query").asText(""),
                        texts(query.path("tags"))));
            }
            return new MonitorInput.Documents(texts(documents.path("indices")), queries);
        }
        JsonNode uri = input.path("uri");
        if (uri.isObject()) {
            return new MonitorInput.Other(uri.path("api_type").asText("uri"));
        }
        return new MonitorInput.Other(
                input.isObject() && !input.isEmpty() ? input.fieldNames().next() : "inputs");
    }

    private MonitorTrigger trigger(JsonNode wrapped) {
        JsonNode node = wrapped;
        for (String wrapper : WRAPPERS) {
            if (wrapped.path(wrapper).isObject()) {
                node = wrapped.get(wrapper);
            }
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!KNOWN_IN_TRIGGER.contains(key)) {
                unknown.add("triggers." + key);
            }
        });
        JsonNode condition = node.path("condition");
        JsonNode script = condition.path("script");
        if (!script.isObject() && !script.isTextual()) {
            script = condition;
        }
        List<MonitorAction> actions = new ArrayList<>();
        for (JsonNode action : node.path("actions")) {
            actions.add(action(action));
        }
        JsonNode filter = condition.path("composite_agg_filter");
        return new MonitorTrigger(
                node.path("name").asText(""),
                node.path("severity").asText(""),
                script.isTextual() ? script.asText() : script.path("source").asText(""),
                map(script.path("params")),
                map(condition.path("buckets_path")),
                condition.path("parent_bucket_path").asText(""),
                filter.isObject() && !filter.isEmpty() ? filter : null,
                actions);
    }

    private static MonitorAction action(JsonNode node) {
        boolean throttled = node.path("throttle_enabled").asBoolean(false);
        long value = throttled ? node.path("throttle").path("value").asLong(0) : 0;
        return new MonitorAction(
                node.path("name").asText(""),
                node.path("destination_id").asText(""),
                value,
                node.path("message_template").path("source").asText(""));
    }

    private static Map<String, String> map(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.addAll(List.of(node.asText().split(",", -1)));
        }
        node.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
