package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.monitor.Monitor;
import io.github.sre4j.alerts.migrate.monitor.MonitorAction;
import io.github.sre4j.alerts.migrate.monitor.MonitorTrigger;
import io.github.sre4j.text.Message;
import java.util.List;
import java.util.regex.Pattern;

/** Findings on the messages of a monitor: they do not change when it fires. */
final class ActionFindings {

    private static final Pattern MENTION =
            Pattern.compile("<!(?:channel|here|everyone)>|@(?:channel|here|everyone)\\b|<@\\w+>");
    private static final Pattern SAMPLES = Pattern.compile("hits\\.hits|sample_documents|ctx\\.alerts");

    private final List<Finding> findings;

    ActionFindings(List<Finding> findings) {
        this.findings = findings;
    }

    void add(Monitor monitor) {
        if (!monitor.enabled()) {
            add("enabled", "monitor.off");
        }
        for (MonitorTrigger trigger : monitor.triggers()) {
            if (trigger.actions().isEmpty()) {
                add(trigger.name(), "action.none");
            }
            if (trigger.script().contains("ctx.alert")) {
                add(trigger.script(), "trigger.once");
            }
            trigger.actions().forEach(this::action);
        }
    }

    private void action(MonitorAction action) {
        String clause = "action " + action.name();
        findings.add(Finding.exact(clause, Message.of(FindingTexts.class, "action.destination", action.destination())));
        if (action.throttleMinutes() > 0) {
            findings.add(Finding.exact(
                    clause,
                    Message.of(FindingTexts.class, "action.throttle", Long.toString(action.throttleMinutes()))));
        }
        if (MENTION.matcher(action.message()).find()) {
            add(clause, "action.mention");
        }
        if (SAMPLES.matcher(action.message()).find()) {
            add(clause, "action.samples");
        }
    }

    private void add(String clause, String key) {
        findings.add(Finding.exact(clause, Message.of(FindingTexts.class, key)));
    }
}
