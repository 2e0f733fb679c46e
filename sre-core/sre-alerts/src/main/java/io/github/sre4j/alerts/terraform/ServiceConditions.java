package io.github.sre4j.alerts.terraform;

import io.github.sre4j.alerts.condition.Aggregation;
import io.github.sre4j.alerts.condition.AlertCondition;
import io.github.sre4j.alerts.condition.Operator;
import io.github.sre4j.alerts.condition.SignalLoss;
import io.github.sre4j.alerts.condition.SlideRules;
import io.github.sre4j.alerts.condition.Threshold;
import io.github.sre4j.alerts.hcl.HclValue;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Alert conditions of one service, with a sentence on each and on what is left out. Not thread-safe. */
final class ServiceConditions {

    private static final int MAX_NAME = 128;
    private static final int MAX_SHOWN = 5;
    private static final int MAX_LOSS_HOURS = 48;
    private static final HclValue RUNBOOK = HclValue.expression("var.runbook_url == \"\" ? null : var.runbook_url");

    private final MonitoredService service;
    private final String address;
    private final Texts texts;
    private final List<AlertCondition> conditions = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();
    private final Map<String, List<String>> burnNames = new LinkedHashMap<>();

    ServiceConditions(MonitoredService service, String address, List<PlannedLevel> levels, Texts texts) {
        this.service = service;
        this.address = address;
        this.texts = texts;
        levels.forEach(this::burn);
        errorLog();
        loss(levels);
    }

    List<AlertCondition> all() {
        return List.copyOf(conditions);
    }

    List<Message> notes() {
        return List.copyOf(notes);
    }

    /** Returns the names of the burn-rate conditions of a level. */
    List<String> burnNames(PlannedLevel level) {
        return burnNames.getOrDefault(level.className() + "/" + level.kindId(), List.of());
    }

    private void burn(PlannedLevel level) {
        String what = service.name() + " " + level.className() + " " + level.kindId();
        for (BurnRule rule : level.burn().rules()) {
            String name = ServiceBlocks.cut(say("condition.burn", what, Integer.toString(rule.hours())), MAX_NAME);
            Message replay = replay(name, rule);
            notes.add(replay);
            burnNames
                    .computeIfAbsent(level.className() + "/" + level.kindId(), any -> new ArrayList<>())
                    .add(name);
            int window = rule.hours() * 3_600;
            int slide = SlideRules.nearest(window, rule.hours() == 1 ? 60 : window / 24);
            String level0 = ServiceBlocks.levelAddress(address, level);
            conditions.add(AlertCondition.builder(level0 + "_burn_" + rule.hours() + "h", name)
                    .policy(policy())
                    .comment(texts.say(replay))
                    .description(say(
                            "condition.burn-description",
                            rule.threshold().stripTrailingZeros().toPlainString(),
                            Integer.toString(rule.hours()),
                            what,
                            rule.burn().stripTrailingZeros().toPlainString()))
                    .runbook(RUNBOOK)
                    .enabled(HclValue.expression("var.enable_burn_rate_alerts"))
                    .query(new HclValue.Template(List.of(
                            HclValue.text(burnQuery(level)),
                            HclValue.expression("newrelic_service_level." + level0 + ".sli_guid"),
                            HclValue.text("'"))))
                    .critical(
                            new Threshold(Operator.ABOVE_OR_EQUALS, rule.threshold(), SlideRules.duration(900, slide)))
                    .window(window, slide)
                    .signalLoss(new SignalLoss(2 * window, false, true))
                    .build());
        }
        level.burn()
                .omitted()
                .forEach(reason -> notes.add(Message.of(ServiceModule.class, "note.omitted", what, reason)));
    }

    private static String burnQuery(PlannedLevel level) {
        return level.isLatency()
                ? "SELECT 100 - clamp_max(sum(newrelic.sli.good) / sum(newrelic.sli.valid) * 100, 100) AS 'bad %'"
                        + " FROM Metric WHERE entity.guid = '"
                : "SELECT clamp_max(sum(newrelic.sli.bad) / sum(newrelic.sli.valid) * 100, 100) AS 'bad %'"
                        + " FROM Metric WHERE entity.guid = '";
    }

    private Message replay(String name, BurnRule rule) {
        List<String> times = rule.firings().stream()
                .limit(MAX_SHOWN)
                .map(ServiceConditions::time)
                .toList();
        return rule.firings().isEmpty()
                ? Message.of(ServiceModule.class, "note.never", name)
                : Message.of(
                        ServiceModule.class,
                        "note.firings",
                        name,
                        rule.firings().size(),
                        times);
    }

    private static String time(Instant instant) {
        return instant.toString().substring(0, 16).replace('T', ' ');
    }

    private void errorLog() {
        conditions.add(AlertCondition.builder(address + "_error_log", named("condition.error-log"))
                .policy(policy())
                .description(say("condition.error-log-description", service.name()))
                .runbook(RUNBOOK)
                .enabled(HclValue.expression("var.enable_error_log_alert"))
                .query(ServiceBlocks.withGuid(
                        service,
                        address,
                        "SELECT filter(count(*), WHERE level = 'ERROR') FROM Log WHERE entity.guid = '",
                        "'"))
                .critical(new Threshold(Operator.ABOVE, BigDecimal.ZERO, 300))
                .window(300, null)
                .fillZero()
                .signalLoss(new SignalLoss(3_600, false, true))
                .build());
    }

    /** An hour without requests is news only for a service that has none. */
    private void loss(List<PlannedLevel> levels) {
        if (levels.isEmpty()
                || levels.stream().allMatch(level -> level.traffic().isEmpty())) {
            notes.add(Message.of(ServiceModule.class, "note.loss-unmeasured", service.name()));
            return;
        }
        HourlyTraffic all = HourlyTraffic.of(
                service.endpoints(), io.github.sre4j.sli.SliKind.ERRORS, service.from(), service.until());
        int gap = all.longestGap();
        if (gap + 1 > MAX_LOSS_HOURS) {
            notes.add(Message.of(ServiceModule.class, "note.loss-gaps", service.name(), gap, MAX_LOSS_HOURS));
            return;
        }
        int seconds = gap == 0 ? 3_600 : (gap + 1) * 3_600;
        conditions.add(AlertCondition.builder(address + "_no_traffic", named("condition.no-traffic"))
                .policy(policy())
                .description(say("condition.no-traffic-description", service.name(), seconds / 60, gap))
                .runbook(RUNBOOK)
                .query(ServiceBlocks.withGuid(
                        service, address, "SELECT count(*) FROM Transaction WHERE entityGuid = '", "'"))
                .critical(new Threshold(Operator.BELOW, BigDecimal.ZERO, 300))
                .window(300, null)
                .aggregation(Aggregation.EVENT_FLOW, 120)
                .signalLoss(new SignalLoss(seconds, true, false))
                .build());
    }

    private String named(String key) {
        return ServiceBlocks.cut(say(key, service.name()), MAX_NAME);
    }

    private String policy() {
        return "newrelic_alert_policy." + address + ".id";
    }

    private String say(String key, Object... arguments) {
        return texts.say(Message.of(ServiceModule.class, key, arguments));
    }
}
