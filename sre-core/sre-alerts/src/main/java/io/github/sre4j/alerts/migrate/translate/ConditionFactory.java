package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.condition.Aggregation;
import io.github.sre4j.alerts.condition.AlertCondition;
import io.github.sre4j.alerts.condition.Operator;
import io.github.sre4j.alerts.condition.SignalLoss;
import io.github.sre4j.alerts.condition.Threshold;
import io.github.sre4j.alerts.hcl.HclNames;
import io.github.sre4j.alerts.hcl.HclValue;
import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.finding.Verdict;
import io.github.sre4j.alerts.migrate.monitor.Monitor;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes conditions of thresholds. Two on the same signal become one condition with critical and warning. Not thread-safe. */
final class ConditionFactory {

    private static final int MAX_NAME = 128;
    private static final int MAX_DELAY = 1_200;
    private static final int MIN_EXPIRATION = 3_600;
    private static final int MAX_EXPIRATION = 172_800;
    private static final Pattern MANY_VALUES = Pattern.compile(
            "(?i)(^|[._])(ip|addr|address|user|user_?name|user_?id|id|uuid|session|message|msg|email|trace_?id)$");

    private final Monitor monitor;
    private final LogScopes scopes;
    private final Timing timing;
    private final long age;
    private final List<Finding> findings;
    private final Texts texts;

    ConditionFactory(Monitor monitor, LogScopes scopes, Timing timing, long age, List<Finding> findings, Texts texts) {
        this.monitor = monitor;
        this.scopes = scopes;
        this.timing = timing;
        this.age = age;
        this.findings = findings;
        this.texts = texts;
    }

    List<AlertCondition> conditions(List<Draft> drafts) {
        Map<String, List<Draft>> bySignal = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            String key = draft.signal().query(scopes.from(), scopes.where())
                    + draft.absent()
                    + draft.operator().isUpper();
            bySignal.computeIfAbsent(key, any -> new ArrayList<>()).add(draft);
        }
        List<List<Draft>> groups = new ArrayList<>();
        bySignal.values().forEach(same -> groups.addAll(pairs(same)));
        groups.forEach(group -> facets(group.get(0)));
        if (age > 0) {
            findings.add(
                    age <= MAX_DELAY
                            ? Finding.approximate(
                                    "range", Message.of(FindingTexts.class, "time.late", Long.toString(age)))
                            : Finding.refused("range", Message.of(FindingTexts.class, "time.old", Long.toString(age))));
        }
        groups.forEach(group -> differences(group.get(0)));
        List<AlertCondition> conditions = new ArrayList<>();
        for (List<Draft> group : groups) {
            conditions.add(condition(group, groups.size() > 1));
        }
        return conditions;
    }

    /** Returns pairs of critical and warning; a third threshold stands alone. */
    private static List<List<Draft>> pairs(List<Draft> same) {
        List<Draft> sorted = new ArrayList<>(same);
        sorted.sort(Comparator.comparingInt(Draft::severity).thenComparing(ConditionFactory::mildness));
        List<List<Draft>> groups = new ArrayList<>();
        Draft first = sorted.get(0);
        List<Draft> group = new ArrayList<>(List.of(first));
        for (Draft next : sorted.subList(1, sorted.size())) {
            boolean milder = mildness(next).compareTo(mildness(first)) > 0;
            if (group.size() == 1 && milder && next.operator() == first.operator() && !first.absent()) {
                group.add(next);
            } else {
                groups.add(List.of(next));
            }
        }
        groups.add(0, group);
        return groups;
    }

    /** Returns a number that grows as the threshold gets easier to pass. */
    private static BigDecimal mildness(Draft draft) {
        return draft.operator().isUpper() ? draft.threshold().negate() : draft.threshold();
    }

    private void facets(Draft draft) {
        if (!draft.signal().facets().isEmpty()) {
            boolean many = draft.signal().facets().stream()
                    .anyMatch(facet ->
                            MANY_VALUES.matcher(facet.toLowerCase(Locale.ROOT)).find());
            String clause = "FACET " + String.join(", ", draft.signal().facets());
            findings.add(
                    many
                            ? Finding.approximate(clause, Message.of(FindingTexts.class, "facet.many"))
                            : Finding.exact(clause, Message.of(FindingTexts.class, "facet.signal")));
        }
    }

    private void differences(Draft draft) {
        if (draft.absent()) {
            findings.add(Finding.approximate(draft.trigger(), Message.of(FindingTexts.class, "absence.loss")));
        } else if (draft.signal().kind() == Signal.Kind.COUNT
                && draft.signal().facets().isEmpty()
                && !draft.operator().isUpper()) {
            findings.add(Finding.approximate(draft.trigger(), Message.of(FindingTexts.class, "absence.below")));
        }
    }

    private AlertCondition condition(List<Draft> group, boolean several) {
        Draft critical = group.get(0);
        boolean faceted = !critical.signal().facets().isEmpty();
        String name = name(several ? critical.trigger() : "");
        AlertCondition.Builder builder = AlertCondition.builder(HclNames.of(name), name)
                .policy(faceted ? MonitorTranslator.POLICY_PER_SIGNAL : MonitorTranslator.POLICY)
                .description(description(critical))
                .enabled(enabled())
                .query(
                        critical.absent()
                                ? critical.signal().presenceQuery(scopes.from(), scopes.where())
                                : critical.signal().query(scopes.from(), scopes.where()))
                .window(timing.window(), timing.slide())
                .critical(threshold(critical))
                .warning(group.size() > 1 ? threshold(group.get(1)) : null);
        if (faceted && !critical.absent()) {
            builder.aggregation(Aggregation.EVENT_TIMER, 60);
        } else {
            builder.aggregation(Aggregation.EVENT_FLOW, (int) Math.min(MAX_DELAY, Math.max(120, age)));
        }
        if (critical.signal().readsZero() && !critical.absent()) {
            builder.fillZero();
        }
        int expiration = Math.min(MAX_EXPIRATION, Math.max(MIN_EXPIRATION, 2 * timing.window()));
        boolean below = !critical.operator().isUpper() && critical.signal().kind() == Signal.Kind.COUNT && !faceted;
        builder.signalLoss(
                critical.absent()
                        ? new SignalLoss(Math.max(30, timing.window()), true, false)
                        : below
                                ? new SignalLoss(Math.max(30, timing.window()), true, false)
                                : new SignalLoss(expiration, false, true));
        return builder.build();
    }

    /** A condition on silence needs a threshold that never triggers: no count is below 0. */
    private Threshold threshold(Draft draft) {
        return draft.absent()
                ? new Threshold(Operator.BELOW, BigDecimal.ZERO, timing.duration())
                : new Threshold(draft.operator(), draft.threshold(), timing.duration());
    }

    private HclValue enabled() {
        if (!monitor.enabled()) {
            return HclValue.truth(false);
        }
        Verdict verdict = findings.stream().map(Finding::verdict).reduce(Verdict.EXACT, Verdict::or);
        return switch (verdict) {
            case EXACT -> HclValue.truth(true);
            case APPROXIMATE -> HclValue.expression("var.enable_approximate");
            default -> HclValue.truth(false);
        };
    }

    private String name(@Nullable String trigger) {
        String base = TextEscaping.printable(monitor.name()).strip();
        String full = trigger == null || trigger.isBlank()
                ? base
                : base + ": " + TextEscaping.printable(trigger).strip();
        String named = full.isBlank() ? monitor.origin() : full;
        return named.length() <= MAX_NAME ? named : named.substring(0, MAX_NAME - 1) + "…";
    }

    private String description(Draft draft) {
        return texts.say(Message.of(
                FindingTexts.class,
                "condition.description",
                TextEscaping.forTerminal(monitor.name()),
                TextEscaping.forTerminal(draft.trigger()),
                Integer.toString(draft.severity())));
    }
}
