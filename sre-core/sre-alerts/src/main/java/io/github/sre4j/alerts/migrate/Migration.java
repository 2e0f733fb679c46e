package io.github.sre4j.alerts.migrate;

import io.github.sre4j.alerts.condition.AlertCondition;
import io.github.sre4j.alerts.condition.ConditionRules;
import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.Question;
import io.github.sre4j.alerts.migrate.finding.Verdict;
import io.github.sre4j.alerts.migrate.mapping.MigrationMapping;
import io.github.sre4j.alerts.migrate.monitor.Monitor;
import io.github.sre4j.alerts.migrate.translate.MonitorTranslator;
import io.github.sre4j.alerts.migrate.translate.Translation;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Monitors of an organization with their translations. Immutable.
 *
 * @param translations translations in the order of the monitors
 * @param unreadable sentences on files and entries without a readable monitor
 */
public record Migration(List<Translation> translations, List<Message> unreadable) {

    /** Copies the lists. */
    public Migration {
        translations = List.copyOf(translations);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Translates monitors.
     *
     * @param monitors monitors
     * @param unreadable sentences on what could not be read
     * @param mapping answers of the organization
     * @param texts language of the conditions' descriptions
     */
    public static Migration of(
            List<Monitor> monitors, List<Message> unreadable, MigrationMapping mapping, Texts texts) {
        MonitorTranslator translator = new MonitorTranslator(mapping, texts);
        Set<String> addresses = new HashSet<>();
        List<Translation> translations = new ArrayList<>();
        for (Monitor monitor : monitors) {
            Translation translation = translator.translate(monitor);
            List<AlertCondition> conditions = new ArrayList<>();
            List<Finding> findings = new ArrayList<>(translation.findings());
            for (AlertCondition condition : translation.conditions()) {
                AlertCondition unique = condition.at(unique(condition.address(), addresses));
                conditions.add(unique);
                ConditionRules.broken(unique).forEach(rule -> findings.add(Finding.refused(unique.name(), rule)));
            }
            boolean refused = findings.size() > translation.findings().size();
            translations.add(new Translation(monitor, findings, refused ? List.of() : conditions));
        }
        return new Migration(translations, unreadable);
    }

    private static String unique(String address, Set<String> taken) {
        String unique = address;
        for (int i = 2; !taken.add(unique); i++) {
            unique = address + "_" + i;
        }
        return unique;
    }

    /** Returns the number of monitors with a verdict. */
    public long count(Verdict verdict) {
        return translations.stream()
                .filter(translation -> translation.verdict() == verdict)
                .count();
    }

    /** Returns the number of conditions. */
    public long conditions() {
        return translations.stream()
                .mapToLong(translation -> translation.conditions().size())
                .sum();
    }

    /** Returns the open questions, each once, in the order of the monitors. */
    public List<Question> questions() {
        return translations.stream()
                .flatMap(translation -> translation.findings().stream())
                .flatMap(finding -> java.util.stream.Stream.ofNullable(finding.question()))
                .distinct()
                .toList();
    }

    /** Returns whether every monitor was read, and none needs an answer or is refused. */
    public boolean isClean() {
        return unreadable.isEmpty() && count(Verdict.ASK) == 0 && count(Verdict.REFUSED) == 0;
    }
}
