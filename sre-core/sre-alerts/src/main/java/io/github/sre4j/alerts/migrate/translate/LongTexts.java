package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.finding.Question;
import io.github.sre4j.alerts.migrate.mapping.FieldMapping;
import io.github.sre4j.alerts.migrate.mapping.MigrationMapping;
import io.github.sre4j.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells fields with sentences from fields with one value, where the mapping file does not. */
final class LongTexts {

    /** Last parts of field names that hold sentences in the log formats of common frameworks and agents. */
    private static final Set<String> NAMES = Set.of(
            "message",
            "msg",
            "log",
            "body",
            "text",
            "error",
            "err",
            "exception",
            "cause",
            "reason",
            "stack",
            "stacktrace",
            "stack_trace",
            "trace_text",
            "detail",
            "details",
            "description",
            "summary",
            "title",
            "content",
            "payload",
            "query_string",
            "original",
            "raw",
            "log_message",
            "error_message",
            "exc_info",
            "output",
            "stdout",
            "stderr");

    private LongTexts() {}

    /**
     * Returns whether a clause looks for words within a field.
     *
     * @param value value that is looked for; one with a blank looks for words
     */
    static boolean isLong(FieldMapping field, String value) {
        if (field.type() != FieldMapping.Type.UNKNOWN) {
            return field.type() == FieldMapping.Type.TEXT;
        }
        String name = field.attribute().toLowerCase(Locale.ROOT);
        String last = name.substring(name.lastIndexOf('.') + 1);
        return NAMES.contains(last) || value.strip().chars().anyMatch(Character::isWhitespace);
    }

    /** Returns the attribute for a clause that names no field, and leaves the question if nobody answered it. */
    static FieldMapping defaultField(MigrationMapping mapping, List<Finding> findings) {
        String key = "default-field";
        String attribute = mapping.answer(key).orElse("message");
        if (mapping.answer(key).isEmpty()) {
            findings.add(Finding.ask(
                    "*",
                    Message.of(FindingTexts.class, "clause.no-field"),
                    new Question("answers", key, List.of("message"))));
        } else {
            findings.add(Finding.approximate("*", Message.of(FindingTexts.class, "clause.one-field", attribute)));
        }
        return new FieldMapping(attribute, FieldMapping.Type.TEXT);
    }
}
