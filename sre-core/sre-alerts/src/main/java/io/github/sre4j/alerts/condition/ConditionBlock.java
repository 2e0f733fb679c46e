package io.github.sre4j.alerts.condition;

import io.github.sre4j.alerts.hcl.HclBlock;
import io.github.sre4j.alerts.hcl.HclValue;

/** Terraform block of a condition. */
public final class ConditionBlock {

    /** A day: an issue that nobody closes does not stay for the provider's three. */
    private static final int INCIDENT_SECONDS = 86_400;

    private ConditionBlock() {}

    /** Returns the resource {@code newrelic_nrql_alert_condition}. */
    public static HclBlock of(AlertCondition condition) {
        HclBlock.Builder block = HclBlock.of("resource", "newrelic_nrql_alert_condition", condition.address());
        condition.comments().forEach(block::comment);
        block.set("account_id", HclValue.expression("var.account_id"))
                .set("policy_id", HclValue.expression(condition.policy()))
                .set("type", "static")
                .set("name", condition.name());
        if (!condition.description().isEmpty()) {
            block.set("description", condition.description());
        }
        if (condition.runbook() != null) {
            block.set("runbook_url", condition.runbook());
        }
        block.set("enabled", condition.enabled()).set("violation_time_limit_seconds", INCIDENT_SECONDS);
        if (condition.fillZero()) {
            block.set("fill_option", "static").set("fill_value", 0);
        }
        block.set("aggregation_window", condition.windowSeconds())
                .set("aggregation_method", condition.aggregation().id())
                .set(condition.aggregation().argument(), Integer.toString(condition.delaySeconds()));
        if (condition.slideSeconds() != null) {
            block.set("slide_by", condition.slideSeconds());
        }
        SignalLoss loss = condition.signalLoss();
        if (loss != null) {
            block.set("expiration_duration", loss.afterSeconds())
                    .set("open_violation_on_expiration", loss.opens())
                    .set("close_violations_on_expiration", loss.closes());
        }
        block.nest(HclBlock.of("nrql").set("query", condition.query()));
        block.nest(threshold("critical", condition.critical()));
        if (condition.warning() != null) {
            block.nest(threshold("warning", condition.warning()));
        }
        return block.build();
    }

    private static HclBlock.Builder threshold(String name, Threshold threshold) {
        return HclBlock.of(name)
                .set("operator", threshold.operator().id())
                .set("threshold", HclValue.number(threshold.value()))
                .set("threshold_duration", threshold.durationSeconds())
                .set("threshold_occurrences", "at_least_once");
    }
}
