package io.github.sre4j.alerts.migrate.report;

import io.github.sre4j.alerts.condition.AlertCondition;
import io.github.sre4j.alerts.condition.Operator;
import io.github.sre4j.alerts.condition.Threshold;
import io.github.sre4j.alerts.migrate.Migration;
import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.Question;
import io.github.sre4j.alerts.migrate.finding.Verdict;
import io.github.sre4j.alerts.migrate.translate.Translation;
import io.github.sre4j.text.Markdown;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Report of a migration in Markdown, and its lines for the console. Immutable and thread-safe. */
public final class MigrationReport {

    private static final int MAX_CLAUSE = 120;

    private final Texts texts;

    /** Creates a report for a language. */
    public MigrationReport(Texts texts) {
        this.texts = texts;
    }

    /** Returns the report: summary, open questions with the lines that answer them, and each monitor with its differences. */
    public String markdown(Migration migration) {
        StringBuilder out = new StringBuilder();
        out.append("# ")
                .append(say("title"))
                .append("\n\n")
                .append(summary(migration))
                .append("\n\n");
        out.append(say("disabled")).append("\n");
        questions(migration, out);
        overview(migration, out);
        migration.translations().forEach(translation -> monitor(translation, out));
        if (!migration.unreadable().isEmpty()) {
            out.append("\n## ").append(say("unreadable")).append("\n\n");
            migration
                    .unreadable()
                    .forEach(problem -> out.append("- ")
                            .append(Markdown.prose(texts.say(problem)))
                            .append('\n'));
        }
        return out.toString();
    }

    /** Returns the lines for the console, at most eight. */
    public List<String> lines(Migration migration) {
        List<String> lines = new ArrayList<>();
        lines.add(summary(migration));
        migration.translations().stream()
                .filter(translation -> translation.verdict() == Verdict.REFUSED || translation.verdict() == Verdict.ASK)
                .sorted(Comparator.comparing(Translation::verdict))
                .limit(4)
                .forEach(translation -> lines.add(texts.say(Message.of(
                        MigrationReport.class,
                        "line",
                        say("verdict." + translation.verdict().id()),
                        TextEscaping.forTerminal(translation.monitor().name()),
                        reason(translation)))));
        migration.unreadable().stream().limit(2).forEach(problem -> lines.add(texts.say(problem)));
        int questions = migration.questions().size();
        if (questions > 0) {
            lines.add(texts.say(Message.of(MigrationReport.class, "line.questions", questions)));
        }
        return lines;
    }

    private Message reason(Translation translation) {
        return translation.findings().stream()
                .filter(finding -> finding.verdict() == translation.verdict())
                .findFirst()
                .map(Finding::text)
                .orElseThrow()
                .with(TextEscaping::forTerminal);
    }

    private String summary(Migration migration) {
        return texts.say(Message.of(
                MigrationReport.class,
                "summary",
                migration.translations().size(),
                migration.conditions(),
                migration.count(Verdict.EXACT),
                migration.count(Verdict.APPROXIMATE),
                migration.count(Verdict.ASK),
                migration.count(Verdict.REFUSED)));
    }

    private void questions(Migration migration, StringBuilder out) {
        List<Question> questions = migration.questions();
        if (questions.isEmpty()) {
            return;
        }
        out.append("\n## ")
                .append(say("questions"))
                .append("\n\n")
                .append(say("questions.how"))
                .append("\n\n```yaml\n");
        out.append(QuestionsYaml.of(questions)).append("```\n");
    }

    private void overview(Migration migration, StringBuilder out) {
        out.append("\n## ")
                .append(say("overview"))
                .append("\n\n")
                .append(say("overview.head"))
                .append('\n');
        out.append("| --- | --- | --- | --- |\n");
        for (Translation translation : migration.translations()) {
            List<AlertCondition> conditions = translation.conditions();
            String timing = conditions.isEmpty() ? "–" : timing(conditions.get(0));
            out.append("| ")
                    .append(Markdown.prose(translation.monitor().name()))
                    .append(" | ")
                    .append(say("verdict." + translation.verdict().id()))
                    .append(" | ")
                    .append(conditions.size())
                    .append(" | ")
                    .append(timing)
                    .append(" |\n");
        }
    }

    private String timing(AlertCondition condition) {
        return condition.windowSeconds() + " / "
                + (condition.slideSeconds() == null
                        ? "–"
                        : condition.slideSeconds().toString()) + " / "
                + threshold(condition);
    }

    private String threshold(AlertCondition condition) {
        Threshold threshold = condition.critical();
        if (threshold.operator() == Operator.BELOW && threshold.value().signum() == 0) {
            return say("no-data");
        }
        return threshold.operator().id().replace('_', ' ') + " "
                + threshold.value().toPlainString();
    }

    private void monitor(Translation translation, StringBuilder out) {
        out.append("\n### ")
                .append(Markdown.prose(translation.monitor().name()))
                .append(": ")
                .append(say("verdict." + translation.verdict().id()))
                .append("\n\n")
                .append(Markdown.code(translation.monitor().origin()))
                .append('\n');
        for (AlertCondition condition : translation.conditions()) {
            out.append("\n```sql\n").append(condition.queryText().orElse(""));
            out.append("\n```\n");
        }
        if (!translation.findings().isEmpty()) {
            out.append('\n').append(say("findings.head")).append("\n| --- | --- | --- |\n");
        }
        translation.findings().stream()
                .sorted(Comparator.comparing(Finding::verdict).reversed())
                .forEach(finding -> out.append("| ")
                        .append(
                                finding.verdict() == Verdict.EXACT
                                        ? "–"
                                        : say("verdict." + finding.verdict().id()))
                        .append(" | ")
                        .append(Markdown.codeInTable(cut(finding.clause())))
                        .append(" | ")
                        .append(texts.say(finding.text().with(Markdown::prose)))
                        .append(" |\n"));
    }

    private static String cut(String clause) {
        String line = clause.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return "–";
        }
        return line.length() <= MAX_CLAUSE ? line : line.substring(0, MAX_CLAUSE - 1) + "…";
    }

    private String say(String key) {
        return texts.say(Message.of(MigrationReport.class, key));
    }
}
