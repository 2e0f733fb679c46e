package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.condition.AlertCondition;
import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.Verdict;
import io.github.sre4j.alerts.migrate.monitor.Monitor;
import java.util.List;

/**
 * Monitor with what becomes of it.
 *
 * @param monitor monitor
 * @param findings verdicts on its parts
 * @param conditions conditions; none if it is refused
 */
public record Translation(Monitor monitor, List<Finding> findings, List<AlertCondition> conditions) {

    /** Copies the lists. */
    public Translation {
        findings = List.copyOf(findings);
        conditions = List.copyOf(conditions);
    }

    /** Returns the worst verdict of all parts. */
    public Verdict verdict() {
        return findings.stream().map(Finding::verdict).reduce(Verdict.EXACT, Verdict::or);
    }

    /** Returns whether a condition watches each value of an attribute. */
    public boolean isFaceted() {
        return conditions.stream()
                .anyMatch(condition -> condition.policy().equals(MonitorTranslator.POLICY_PER_SIGNAL));
    }
}
