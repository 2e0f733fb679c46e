package io.github.sre4j.alerts.migrate.mapping;

import java.util.Map;
import java.util.Optional;

/**
 * Answers of an organization that hold for all its monitors. Immutable.
 *
 * @param indices logs that stand for an index pattern
 * @param fields attributes for fields
 * @param answers answers to questions, by their keys
 */
public record MigrationMapping(
        Map<String, LogScope> indices, Map<String, FieldMapping> fields, Map<String, String> answers) {

    /** No answers. */
    public static final MigrationMapping NONE = new MigrationMapping(Map.of(), Map.of(), Map.of());

    /** Copies the maps. */
    public MigrationMapping {
        indices = Map.copyOf(indices);
        fields = Map.copyOf(fields);
        answers = Map.copyOf(answers);
    }

    /**
     * Logs that stand for an index pattern.
     *
     * @param from event type, {@code Log} or a partition such as {@code Log_gateway}
     * @param where condition in NRQL, empty for all logs of it
     */
    public record LogScope(String from, String where) {}

    /** Returns the attribute of a field. Without an entry it has the field's name, without {@code .keyword}. */
    public FieldMapping field(String field) {
        FieldMapping exact = fields.get(field);
        if (exact != null) {
            return exact;
        }
        boolean keyword = field.endsWith(".keyword") || field.endsWith(".raw");
        String plain = keyword ? field.substring(0, field.lastIndexOf('.')) : field;
        FieldMapping known = fields.get(plain);
        if (keyword) {
            return new FieldMapping(known == null ? plain : known.attribute(), FieldMapping.Type.KEYWORD);
        }
        return known == null ? new FieldMapping(plain, FieldMapping.Type.UNKNOWN) : known;
    }

    /** Returns the answer to a question. */
    public Optional<String> answer(String key) {
        return Optional.ofNullable(answers.get(key));
    }
}
