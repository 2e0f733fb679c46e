package io.github.sre4j.alerts.migrate.translate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.alerts.condition.AlertCondition;
import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.finding.Verdict;
import io.github.sre4j.alerts.migrate.mapping.MigrationMapping;
import io.github.sre4j.alerts.migrate.monitor.Monitor;
import io.github.sre4j.alerts.migrate.monitor.MonitorInput;
import io.github.sre4j.alerts.migrate.monitor.MonitorTrigger;
import io.github.sre4j.alerts.migrate.query.Aggregation;
import io.github.sre4j.alerts.migrate.query.QueryClause;
import io.github.sre4j.alerts.migrate.query.QueryParser;
import io.github.sre4j.alerts.migrate.trigger.DocumentTrigger;
import io.github.sre4j.alerts.migrate.trigger.TriggerParser;
import io.github.sre4j.alerts.nrql.NrqlPredicate;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Translates monitors to alert conditions. Immutable and thread-safe. */
public final class MonitorTranslator {

    /** Reference to the policy of conditions with one signal. */
    public static final String POLICY = "newrelic_alert_policy.migrated.id";

    /** Reference to the policy of conditions with a signal for each value of an attribute. */
    public static final String POLICY_PER_SIGNAL = "newrelic_alert_policy.migrated_per_signal.id";

    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "size",
            "from",
            "sort",
            "_source",
            "track_total_hits",
            "docvalue_fields",
            "stored_fields",
            "script_fields",
            "version",
            "highlight",
            "fields",
            "explain",
            "profile",
            "timeout",
            "seq_no_primary_term",
            "track_scores");
    private static final Set<String> USED = Set.of("query", "aggs", "aggregations");

    private final MigrationMapping mapping;
    private final Texts texts;

    /**
     * Creates a translator.
     *
     * @param mapping answers of the organization
     * @param texts language of the conditions' descriptions
     */
    public MonitorTranslator(MigrationMapping mapping, Texts texts) {
        this.mapping = mapping;
        this.texts = texts;
    }

    /** Returns what becomes of a monitor. */
    public Translation translate(Monitor monitor) {
        List<Finding> findings = new ArrayList<>();
        monitor.unknown()
                .forEach(part -> findings.add(
                        Finding.approximate(part, Message.of(FindingTexts.class, "monitor.unknown-part"))));
        List<AlertCondition> conditions = new ArrayList<>();
        if (monitor.input() instanceof MonitorInput.Other other) {
            findings.add(Finding.refused(other.kind(), Message.of(FindingTexts.class, "monitor.no-documents")));
        } else if (monitor.triggers().isEmpty()) {
            findings.add(Finding.refused("triggers", Message.of(FindingTexts.class, "monitor.no-triggers")));
        } else {
            conditions.addAll(documents(monitor, findings));
        }
        new ActionFindings(findings).add(monitor);
        List<Finding> distinct = findings.stream().distinct().toList();
        boolean refused = distinct.stream().anyMatch(finding -> finding.verdict() == Verdict.REFUSED);
        return new Translation(monitor, distinct, refused ? List.of() : conditions);
    }

    private List<AlertCondition> documents(Monitor monitor, List<Finding> findings) {
        Optional<Long> interval = Timing.interval(monitor.schedule(), findings);
        long seconds = interval.orElse(86_400L);
        ClauseTranslator clauses = new ClauseTranslator(mapping, findings);
        List<Draft> drafts = new ArrayList<>();
        LookBack.Result lookBack;
        List<String> indices;
        if (monitor.input() instanceof MonitorInput.Search search) {
            indices = search.indices();
            body(search.body(), findings);
            lookBack = LookBack.of(QueryParser.parse(search.body().path("query")), seconds, findings);
            drafts.addAll(searchDrafts(monitor, search.body(), clauses, lookBack.query(), findings));
        } else {
            MonitorInput.Documents documents = (MonitorInput.Documents) monitor.input();
            indices = documents.indices();
            lookBack = new LookBack.Result(new QueryClause.MatchAll(), seconds, 0);
            drafts.addAll(documentDrafts(monitor, documents, clauses, findings));
            findings.add(Finding.approximate("doc_level_input", Message.of(FindingTexts.class, "monitor.documents")));
        }
        LogScopes scopes = LogScopes.of(indices, mapping, findings);
        Optional<Timing> timing = timing(lookBack, seconds, interval.isPresent(), findings);
        if (timing.isEmpty() || drafts.isEmpty()) {
            return List.of();
        }
        return new ConditionFactory(monitor, scopes, timing.get(), lookBack.ageSeconds(), findings, texts)
                .conditions(drafts);
    }

    private static Optional<Timing> timing(
            LookBack.Result lookBack, long interval, boolean regular, List<Finding> findings) {
        boolean refused = findings.stream()
                .anyMatch(finding -> finding.verdict() == Verdict.REFUSED
                        && finding.text().key().startsWith("time."));
        if (refused || !regular) {
            return Optional.empty();
        }
        if (lookBack.seconds() == 0) {
            findings.add(Finding.ask(
                    "query",
                    Message.of(FindingTexts.class, "time.none"),
                    new io.github.sre4j.alerts.migrate.finding.Question(
                            "answers", "no-time-range", List.of("interval"))));
        }
        return Timing.of(lookBack.seconds() == 0 ? interval : lookBack.seconds(), interval, findings);
    }

    private static void body(JsonNode body, List<Finding> findings) {
        body.fieldNames().forEachRemaining(key -> {
            if (!USED.contains(key) && !WITHOUT_EFFECT.contains(key)) {
                findings.add(Finding.refused(key, Message.of(FindingTexts.class, "monitor.search-part")));
            }
        });
    }

    private List<Draft> searchDrafts(
            Monitor monitor, JsonNode body, ClauseTranslator clauses, QueryClause query, List<Finding> findings) {
        NrqlPredicate predicate = clauses.translate(query);
        Map<String, Aggregation> aggregations = Aggregation.parse(body);
        SignalResolver signals = new SignalResolver(aggregations, clauses, mapping, findings);
        boolean exactTotals = body.path("track_total_hits").asBoolean(false);
        TriggerTranslator triggers = new TriggerTranslator(signals, mapping, findings, predicate, exactTotals);
        List<Draft> drafts = new ArrayList<>();
        for (MonitorTrigger trigger : monitor.triggers()) {
            if (monitor.isBucketLevel()) {
                drafts.addAll(
                        new BucketTrigger(body, aggregations, clauses, signals, findings).drafts(trigger, triggers));
            } else {
                drafts.addAll(triggers.translate(trigger, TriggerParser.parse(trigger.script(), trigger.parameters())));
            }
        }
        signals.reportUnused();
        return drafts;
    }

    private static List<Draft> documentDrafts(
            Monitor monitor, MonitorInput.Documents documents, ClauseTranslator clauses, List<Finding> findings) {
        List<Draft> drafts = new ArrayList<>();
        for (MonitorTrigger trigger : monitor.triggers()) {
            Optional<QueryClause> clause = DocumentTrigger.of(trigger.script(), documents.queries());
            if (clause.isEmpty()) {
                findings.add(Finding.refused(trigger.script(), Message.of(FindingTexts.class, "trigger.script")));
                continue;
            }
            drafts.add(new Draft(
                    Signal.count(clauses.translate(clause.get())),
                    io.github.sre4j.alerts.condition.Operator.ABOVE,
                    java.math.BigDecimal.ZERO,
                    false,
                    trigger.severityNumber(),
                    trigger.name()));
        }
        return drafts;
    }
}
