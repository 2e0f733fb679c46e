package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.condition.Operator;
import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.finding.Question;
import io.github.sre4j.alerts.migrate.mapping.MigrationMapping;
import io.github.sre4j.alerts.migrate.monitor.MonitorTrigger;
import io.github.sre4j.alerts.migrate.query.Aggregation;
import io.github.sre4j.alerts.migrate.trigger.TriggerCondition;
import io.github.sre4j.alerts.nrql.NrqlPredicate;
import io.github.sre4j.text.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates the condition of a trigger to thresholds on signals. Not thread-safe. */
final class TriggerTranslator {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SignalResolver signals;
    private final MigrationMapping mapping;
    private final List<Finding> findings;
    private final NrqlPredicate query;
    private final boolean exactTotals;

    TriggerTranslator(
            SignalResolver signals,
            MigrationMapping mapping,
            List<Finding> findings,
            NrqlPredicate query,
            boolean exactTotals) {
        this.signals = signals;
        this.mapping = mapping;
        this.findings = findings;
        this.query = query;
        this.exactTotals = exactTotals;
    }

    List<Draft> translate(MonitorTrigger trigger, TriggerCondition condition) {
        return drafts(trigger, condition, null);
    }

    /** Translates a condition that holds for each bucket. */
    List<Draft> translate(MonitorTrigger trigger, TriggerCondition condition, Aggregation.Buckets buckets) {
        return drafts(trigger, condition, buckets);
    }

    private List<Draft> drafts(
            MonitorTrigger trigger, TriggerCondition condition, Aggregation.@Nullable Buckets buckets) {
        if (condition instanceof TriggerCondition.Comparison comparison) {
            return comparison(trigger, comparison, buckets).map(List::of).orElse(List.of());
        } else if (condition instanceof TriggerCondition.AnyBucket any) {
            Optional<Aggregation.Buckets> found = signals.buckets(any.list());
            if (found.isEmpty() || buckets != null) {
                return refuse(any.list(), "trigger.metric");
            }
            return drafts(trigger, any.body(), found.get());
        } else if (condition instanceof TriggerCondition.Any any) {
            List<Draft> all = new ArrayList<>();
            any.parts().forEach(part -> all.addAll(drafts(trigger, part, buckets)));
            findings.add(Finding.exact(trigger.script(), Message.of(FindingTexts.class, "trigger.either")));
            return all;
        } else if (condition instanceof TriggerCondition.All all) {
            return all(trigger, all, buckets);
        } else if (condition instanceof TriggerCondition.Always always) {
            return refuse(trigger.script(), always.value() ? "trigger.always" : "trigger.never");
        }
        return refuse(trigger.script(), "trigger.script");
    }

    private List<Draft> all(MonitorTrigger trigger, TriggerCondition.All all, Aggregation.@Nullable Buckets buckets) {
        List<TriggerCondition> parts = all.parts().stream()
                .filter(part -> !isImplied(part, all.parts()))
                .toList();
        if (parts.size() == 1) {
            return drafts(trigger, parts.get(0), buckets);
        }
        TriggerCondition main = parts.stream()
                .filter(part -> part instanceof TriggerCondition.Comparison comparison
                        && !comparison.divisor().isEmpty())
                .findFirst()
                .orElse(parts.get(parts.size() - 1));
        String answer = mapping.answer("guard").orElse("");
        if (answer.equals("drop")) {
            findings.add(
                    Finding.approximate(trigger.script(), Message.of(FindingTexts.class, "trigger.guard-dropped")));
        } else {
            findings.add(Finding.ask(
                    trigger.script(),
                    Message.of(FindingTexts.class, "trigger.guard"),
                    new Question("answers", "guard", List.of("drop"))));
        }
        return drafts(trigger, main, buckets);
    }

    /** Returns whether a part only keeps the divisor of another from being 0. */
    private static boolean isImplied(TriggerCondition part, List<TriggerCondition> all) {
        if (!(part instanceof TriggerCondition.Comparison guard)
                || !guard.divisor().isEmpty()) {
            return false;
        }
        boolean notZero = ((guard.operator() == Operator.NOT_EQUALS || guard.operator() == Operator.ABOVE)
                        && guard.threshold().signum() == 0)
                || (guard.operator() == Operator.ABOVE_OR_EQUALS
                        && guard.threshold().compareTo(BigDecimal.ONE) == 0);
        return notZero
                && all.stream()
                        .anyMatch(other -> other instanceof TriggerCondition.Comparison comparison
                                && other != part
                                && (comparison.divisor().equals(guard.metric()) || isOfDocuments(guard, comparison)));
    }

    /** An average or maximum exists only where there are documents. */
    private static boolean isOfDocuments(TriggerCondition.Comparison guard, TriggerCondition.Comparison other) {
        return guard.metric().contains(".hits.total")
                && other.metric().contains(".aggregations.")
                && other.operator().isUpper()
                && other.threshold().signum() >= 0;
    }

    private Optional<Draft> comparison(
            MonitorTrigger trigger, TriggerCondition.Comparison comparison, Aggregation.@Nullable Buckets buckets) {
        Optional<Signal> signal = signal(comparison.metric(), buckets);
        if (signal.isEmpty()) {
            return Optional.empty();
        }
        Operator operator = comparison.operator();
        BigDecimal threshold = comparison.threshold();
        Signal watched = signal.get();
        if (!comparison.divisor().isEmpty()) {
            Optional<Signal> divisor = signal(comparison.divisor(), buckets);
            if (divisor.isEmpty()) {
                return Optional.empty();
            }
            if (watched.kind() != Signal.Kind.COUNT || divisor.get().kind() != Signal.Kind.COUNT) {
                refuse(trigger.script(), "trigger.ratio");
                return Optional.empty();
            }
            if (!divisor.get().of().isAlwaysTrue()) {
                findings.add(
                        Finding.approximate(trigger.script(), Message.of(FindingTexts.class, "trigger.ratio-part")));
            }
            watched = new Signal(
                    Signal.Kind.SHARE,
                    "",
                    divisor.get().of(),
                    watched.of(),
                    divisor.get().facets());
            threshold = threshold.multiply(HUNDRED);
        }
        boolean absent = watched.kind() == Signal.Kind.COUNT && isAbsence(operator, threshold);
        if (comparison.metric().contains("hits.total")
                && !exactTotals
                && operator.isUpper()
                && threshold.compareTo(BigDecimal.valueOf(10_000)) >= 0) {
            findings.add(Finding.approximate(trigger.script(), Message.of(FindingTexts.class, "trigger.total-limit")));
        }
        Signal narrowed = watched.narrowed(query);
        if (buckets != null && narrowed.facets().isEmpty()) {
            narrowed = narrowed.faceted(signals.facets(buckets));
        }
        return Optional.of(new Draft(
                narrowed, operator, threshold.stripTrailingZeros(), absent, trigger.severityNumber(), trigger.name()));
    }

    private Optional<Signal> signal(String path, Aggregation.@Nullable Buckets buckets) {
        return buckets == null ? signals.resolve(path) : signals.resolve(path, buckets);
    }

    private static boolean isAbsence(Operator operator, BigDecimal threshold) {
        return switch (operator) {
            case EQUALS, BELOW_OR_EQUALS ->
                threshold.signum() == 0
                        || (operator == Operator.BELOW_OR_EQUALS && threshold.compareTo(BigDecimal.ONE) < 0);
            case BELOW -> threshold.compareTo(BigDecimal.ONE) <= 0 && threshold.signum() > 0;
            default -> false;
        };
    }

    private List<Draft> refuse(String clause, String key) {
        findings.add(Finding.refused(clause, Message.of(FindingTexts.class, key)));
        return List.of();
    }
}
