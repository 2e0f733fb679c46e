package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.mapping.MigrationMapping;
import io.github.sre4j.alerts.migrate.query.Aggregation;
import io.github.sre4j.alerts.migrate.query.QueryClause;
import io.github.sre4j.alerts.nrql.NrqlPredicate;
import io.github.sre4j.alerts.nrql.NrqlText;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a path of a trigger script counts or computes. Not thread-safe. */
final class SignalResolver {

    private static final Pattern HITS = Pattern.compile("ctx\\.results\\[0\\]\\.hits\\.total(\\.value)?");
    private static final Pattern AGGREGATION = Pattern.compile("ctx\\.results\\[0\\]\\.aggregations(?<rest>[.\\[].*)");
    private static final Pattern STEP = Pattern.compile("\\.([A-Za-z_0-9][\\w-]*)|\\['([^']*)'\\]|\\[(\\d+)\\]");

    private final Map<String, Aggregation> aggregations;
    private final ClauseTranslator clauses;
    private final MigrationMapping mapping;
    private final List<Finding> findings;
    private final Set<String> used = new HashSet<>();

    SignalResolver(
            Map<String, Aggregation> aggregations,
            ClauseTranslator clauses,
            MigrationMapping mapping,
            List<Finding> findings) {
        this.aggregations = aggregations;
        this.clauses = clauses;
        this.mapping = mapping;
        this.findings = findings;
    }

    /** Returns the signal of a path, without the monitor's own query; empty if there is none, with a finding. */
    Optional<Signal> resolve(String path) {
        if (HITS.matcher(path).matches()) {
            return Optional.of(Signal.count(Signal.ALL));
        }
        Matcher matcher = AGGREGATION.matcher(path);
        if (matcher.matches()) {
            return walk(path, aggregations, steps(matcher.group("rest")), Signal.ALL);
        }
        return refuse(path);
    }

    /** Returns the signal of a path within a bucket. */
    Optional<Signal> resolve(String path, Aggregation.Buckets buckets) {
        String rest = path.startsWith("bucket") ? path.substring("bucket".length()) : path;
        List<String> steps = steps(rest);
        Signal count = Signal.count(Signal.ALL);
        if (steps.equals(List.of("doc_count")) || steps.equals(List.of("_count"))) {
            return Optional.of(count);
        }
        return walk(path, buckets.children(), steps, Signal.ALL);
    }

    /** Returns the buckets at a path such as {@code ctx.results[0].aggregations.by_service.buckets}. */
    Optional<Aggregation.Buckets> buckets(String path) {
        Matcher matcher = AGGREGATION.matcher(path);
        List<String> steps = matcher.matches() ? steps(matcher.group("rest")) : List.of();
        if (steps.size() == 2
                && steps.get(1).equals("buckets")
                && aggregations.get(steps.get(0)) instanceof Aggregation.Buckets buckets) {
            used.add(steps.get(0));
            return Optional.of(buckets);
        }
        return Optional.empty();
    }

    /** Marks an aggregation as used. */
    void use(String name) {
        used.add(name);
    }

    /** Leaves a finding for each aggregation that no trigger uses. */
    void reportUnused() {
        aggregations.keySet().stream()
                .filter(name -> !used.contains(name))
                .sorted()
                .forEach(name -> findings.add(
                        Finding.exact("aggregation " + name, Message.of(FindingTexts.class, "aggregation.unused"))));
    }

    private static List<String> steps(String rest) {
        List<String> steps = new ArrayList<>();
        String dotted = rest.startsWith(".") || rest.startsWith("[") ? rest : "." + rest.replace('>', '.');
        Matcher matcher = STEP.matcher(dotted);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            steps.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
            end = matcher.end();
        }
        return end == dotted.length() ? steps : List.of();
    }

    private Optional<Signal> walk(
            String path, Map<String, Aggregation> level, List<String> steps, NrqlPredicate narrowed) {
        Aggregation aggregation = steps.isEmpty() ? null : level.get(steps.get(0));
        if (aggregation == null) {
            return refuse(path);
        }
        used.add(steps.get(0));
        List<String> rest = steps.subList(1, steps.size());
        if (aggregation instanceof Aggregation.Filtered filtered) {
            NrqlPredicate all = Predicates.and(List.of(narrowed, clause(filtered.clause())));
            return rest.equals(List.of("doc_count")) || rest.equals(List.of("_count"))
                    ? Optional.of(Signal.count(all))
                    : walk(path, filtered.children(), rest, all);
        } else if (aggregation instanceof Aggregation.Metric metric) {
            return function(path, metric, rest, narrowed);
        } else if (aggregation instanceof Aggregation.Buckets buckets
                && rest.size() > 2
                && rest.get(0).equals("buckets")
                && rest.get(1).equals("0")) {
            // The first bucket is the largest.
            return resolve("." + String.join(".", rest.subList(2, rest.size())), buckets)
                    .map(signal -> signal.narrowed(narrowed).faceted(facets(buckets)));
        } else if (aggregation instanceof Aggregation.Other other) {
            findings.add(Finding.refused(path, Message.of(FindingTexts.class, "aggregation.kind", other.kind())));
            return Optional.empty();
        }
        return refuse(path);
    }

    private NrqlPredicate clause(QueryClause clause) {
        return clauses.translate(clause);
    }

    List<String> facets(Aggregation.Buckets buckets) {
        return buckets.fields().stream()
                .map(field -> mapping.field(field).attribute())
                .toList();
    }

    private Optional<Signal> function(
            String path, Aggregation.Metric metric, List<String> rest, NrqlPredicate narrowed) {
        if (metric.kind().equals("value_count") && metric.field().startsWith("_")) {
            // Every document has its index and its id.
            return Optional.of(Signal.count(narrowed));
        }
        if (metric.kind().equals("value_count")) {
            String attribute = mapping.field(metric.field()).attribute();
            return Optional.of(
                    Signal.count(Predicates.and(List.of(narrowed, new NrqlPredicate.IsNull(attribute, true)))));
        }
        String name = NrqlText.name(mapping.field(metric.field()).attribute());
        String step = rest.isEmpty() ? "value" : String.join(".", rest).replaceFirst("^values\\.", "");
        String function = switch (metric.kind()) {
            case "avg" -> "average(" + name + ")";
            case "sum", "min", "max" -> metric.kind() + "(" + name + ")";
            case "cardinality" -> "uniqueCount(" + name + ")";
            case "value_count" -> "filter(count(*), WHERE " + name + " IS NOT NULL)";
            case "percentiles" ->
                step.matches("\\d+(\\.\\d+)?")
                        ? "percentile(" + name + ", " + NrqlText.literal(new java.math.BigDecimal(step)) + ")"
                        : "";
            default ->
                Map.of(
                                "avg",
                                "average(" + name + ")",
                                "sum",
                                "sum(" + name + ")",
                                "min",
                                "min(" + name + ")",
                                "max",
                                "max(" + name + ")",
                                "count",
                                "filter(count(*), WHERE " + name + " IS NOT NULL)")
                        .getOrDefault(step, "");
        };
        if (function.isEmpty()) {
            return refuse(path);
        }
        if (metric.kind().equals("cardinality") || metric.kind().equals("percentiles")) {
            findings.add(Finding.approximate(
                    metric.kind() + " " + metric.field(), Message.of(FindingTexts.class, "aggregation.estimate")));
        }
        return Optional.of(new Signal(Signal.Kind.FUNCTION, function, narrowed, Signal.ALL, List.of()));
    }

    private Optional<Signal> refuse(String path) {
        findings.add(Finding.refused(path, Message.of(FindingTexts.class, "trigger.metric")));
        return Optional.empty();
    }
}
