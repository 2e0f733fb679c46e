package io.github.sre4j.alerts.migrate.mapping;

/**
 * Attribute of New Relic for a field of OpenSearch.
 *
 * @param attribute name of the attribute
 * @param type type of the field in the index
 */
public record FieldMapping(String attribute, Type type) {

    /** Type of a field in its index. */
    public enum Type {
        /** One value, compared as a whole. */
        KEYWORD,
        /** Text that is cut into words. */
        TEXT,
        /** Not known: the export of a monitor does not say it. */
        UNKNOWN
    }
}
