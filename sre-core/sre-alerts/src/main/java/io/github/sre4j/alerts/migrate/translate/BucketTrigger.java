package io.github.sre4j.alerts.migrate.translate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.monitor.MonitorTrigger;
import io.github.sre4j.alerts.migrate.query.Aggregation;
import io.github.sre4j.alerts.migrate.query.QueryClause;
import io.github.sre4j.alerts.migrate.trigger.TriggerCondition;
import io.github.sre4j.alerts.migrate.trigger.TriggerParser;
import io.github.sre4j.alerts.nrql.NrqlPredicate;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Condition of a bucket-level trigger. Not thread-safe. */
final class BucketTrigger {

    private final JsonNode body;
    private final Map<String, Aggregation> aggregations;
    private final ClauseTranslator clauses;
    private final SignalResolver signals;
    private final List<Finding> findings;

    BucketTrigger(
            JsonNode body,
            Map<String, Aggregation> aggregations,
            ClauseTranslator clauses,
            SignalResolver signals,
            List<Finding> findings) {
        this.body = body;
        this.aggregations = aggregations;
        this.clauses = clauses;
        this.signals = signals;
        this.findings = findings;
    }

    List<Draft> drafts(MonitorTrigger trigger, TriggerTranslator triggers) {
        String parent = trigger.parentPath();
        if (!(aggregations.get(parent) instanceof Aggregation.Buckets buckets)) {
            String kind = aggregations.get(parent) instanceof Aggregation.Other other ? other.kind() : parent;
            findings.add(Finding.refused(
                    "parent_bucket_path " + parent, Message.of(FindingTexts.class, "aggregation.kind", kind)));
            return List.of();
        }
        signals.use(parent);
        NrqlPredicate filter = filter(trigger, parent, buckets);
        TriggerCondition condition = renamed(TriggerParser.parse(trigger.script(), Map.of()), trigger.bucketPaths());
        List<Draft> drafts = new ArrayList<>();
        for (Draft draft : triggers.translate(trigger, condition, buckets)) {
            drafts.add(new Draft(
                    draft.signal().narrowed(filter),
                    draft.operator(),
                    draft.threshold(),
                    draft.absent(),
                    draft.severity(),
                    draft.trigger()));
        }
        unusedMetrics(trigger, buckets);
        return drafts;
    }

    private void unusedMetrics(MonitorTrigger trigger, Aggregation.Buckets buckets) {
        buckets.children().keySet().stream()
                .sorted()
                .filter(name -> trigger.bucketPaths().entrySet().stream()
                        .noneMatch(path -> (path.getValue().equals(name)
                                        || path.getValue().startsWith(name + ".")
                                        || path.getValue().startsWith(name + ">")
                                        || path.getValue().startsWith(name + "["))
                                && trigger.script().contains("params." + path.getKey())))
                .forEach(name -> findings.add(
                        Finding.exact("aggregation " + name, Message.of(FindingTexts.class, "aggregation.unused"))));
    }

    /** Replaces {@code params.x} by the path that {@code buckets_path} gives it. */
    private static TriggerCondition renamed(TriggerCondition condition, Map<String, String> paths) {
        if (condition instanceof TriggerCondition.Comparison comparison) {
            return new TriggerCondition.Comparison(
                    path(comparison.metric(), paths),
                    comparison.divisor().isEmpty() ? "" : path(comparison.divisor(), paths),
                    comparison.operator(),
                    comparison.threshold());
        } else if (condition instanceof TriggerCondition.All all) {
            return new TriggerCondition.All(
                    all.parts().stream().map(part -> renamed(part, paths)).toList());
        } else if (condition instanceof TriggerCondition.Any any) {
            return new TriggerCondition.Any(
                    any.parts().stream().map(part -> renamed(part, paths)).toList());
        }
        return condition;
    }

    private static String path(String metric, Map<String, String> paths) {
        String name = metric.startsWith("params.") ? metric.substring("params.".length()) : metric;
        return paths.getOrDefault(name, metric);
    }

    private NrqlPredicate filter(MonitorTrigger trigger, String parent, Aggregation.Buckets buckets) {
        JsonNode filter = trigger.filter();
        if (filter == null) {
            return Signal.ALL;
        }
        JsonNode all = body.has("aggs") ? body.path("aggs") : body.path("aggregations");
        Map<String, String> names = new HashMap<>(Aggregation.sources(all.path(parent)));
        if (names.isEmpty() && buckets.fields().size() == 1) {
            names.put(parent, buckets.fields().get(0));
        }
        List<NrqlPredicate> parts = new ArrayList<>();
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        filter.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        entries.forEach((name, rule) -> {
            String field = names.getOrDefault(name, name);
            List<QueryClause> included = patterns(field, rule.path("include"));
            List<QueryClause> excluded = patterns(field, rule.path("exclude"));
            if (!included.isEmpty()) {
                parts.add(clauses.translate(QueryClause.any(included)));
            }
            if (!excluded.isEmpty()) {
                parts.add(Predicates.negate(clauses.translate(QueryClause.any(excluded))));
            }
        });
        findings.add(
                Finding.exact("composite_agg_filter " + filter, Message.of(FindingTexts.class, "aggregation.filter")));
        return Predicates.and(parts);
    }

    private static List<QueryClause> patterns(String field, JsonNode values) {
        List<QueryClause> clauses = new ArrayList<>();
        if (values.isTextual()) {
            clauses.add(pattern(field, values.asText()));
        }
        values.forEach(value -> clauses.add(pattern(field, value.asText())));
        return clauses;
    }

    private static QueryClause pattern(String field, String value) {
        // Buckets are made of whole values, whatever the type of the field is called here.
        String keyword = field.endsWith(".keyword") ? field : field + ".keyword";
        return new QueryClause.Wildcard(keyword, value, false);
    }
}
