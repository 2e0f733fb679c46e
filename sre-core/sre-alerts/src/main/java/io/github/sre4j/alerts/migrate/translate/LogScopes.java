package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.finding.Question;
import io.github.sre4j.alerts.migrate.mapping.MigrationMapping;
import io.github.sre4j.alerts.migrate.mapping.MigrationMapping.LogScope;
import io.github.sre4j.alerts.nrql.NrqlPredicate;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Logs that stand for the index patterns of a monitor.
 *
 * @param from event types
 * @param where condition
 */
record LogScopes(String from, NrqlPredicate where) {

    /** Returns the logs, and leaves a question for each pattern that the mapping file lacks. */
    static LogScopes of(List<String> patterns, MigrationMapping mapping, List<Finding> findings) {
        Set<String> from = new LinkedHashSet<>();
        List<NrqlPredicate> any = new ArrayList<>();
        List<NrqlPredicate> none = new ArrayList<>();
        boolean everything = false;
        for (String written : patterns) {
            boolean excluded = written.startsWith("-");
            String pattern = (excluded ? written.substring(1) : written).strip();
            LogScope scope = mapping.indices().get(pattern);
            if (scope == null) {
                findings.add(Finding.ask(
                        pattern,
                        Message.of(FindingTexts.class, "index.unmapped"),
                        new Question("indices", pattern, List.of("entity.name = '…'", "{from: Log_…}"))));
                continue;
            }
            if (excluded) {
                if (!scope.where().isEmpty()) {
                    none.add(new NrqlPredicate.Verbatim("NOT (" + scope.where() + ")"));
                }
                continue;
            }
            from.add(scope.from());
            everything |= scope.where().isEmpty();
            if (!scope.where().isEmpty()) {
                any.add(new NrqlPredicate.Verbatim(scope.where()));
            }
        }
        List<NrqlPredicate> parts = new ArrayList<>();
        if (!any.isEmpty() && !everything) {
            parts.add(any.size() == 1 ? any.get(0) : new NrqlPredicate.Or(any));
        }
        parts.addAll(none);
        return new LogScopes(from.isEmpty() ? "Log" : String.join(", ", from), new NrqlPredicate.And(parts));
    }
}
