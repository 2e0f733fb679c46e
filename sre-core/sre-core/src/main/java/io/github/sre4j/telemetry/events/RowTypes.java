package io.github.sre4j.telemetry.events;

import java.util.Optional;
import java.util.Set;

/**
 * Decides what a row is. The row's own {@code eventType} counts first, then a {@code type} that is an event type, then what the answer around it declares, then
 * its attributes, and last the name of its file.
 */
final class RowTypes {

    /** Event types of New Relic's own agents. Other words in {@code type} may be an attribute that a product has added. */
    private static final Set<String> KNOWN = Set.of(
            EventFile.REQUEST_TYPE,
            "AjaxRequest",
            "BrowserInteraction",
            "ChangeTrackingEvent",
            "Deployment",
            "ErrorTrace",
            "JavaScriptError",
            "Log",
            "Metric",
            "MobileRequest",
            "PageAction",
            "PageView",
            "PageViewTiming",
            "Span",
            "SpanEvent",
            "SqlTrace",
            "SyntheticCheck",
            "SyntheticRequest",
            "SystemSample",
            "TransactionError",
            "TransactionTrace");

    private RowTypes() {}

    /** Returns true if this is an event type of New Relic's agents. */
    static boolean isKnown(String type) {
        return KNOWN.contains(type);
    }

    /**
     * Returns the event type of a row.
     *
     * @param eventType its {@code eventType}, if it has one
     * @param type its {@code type}, if it has one
     * @param marks the {@link RowMarks} of its keys
     * @param name its {@code name}; empty if it has none
     * @param file where it is
     */
    static Optional<String> resolve(
            Optional<String> eventType, Optional<String> type, int marks, String name, EventFile file) {
        if (eventType.isPresent()) {
            return eventType;
        }
        if (type.filter(KNOWN::contains).isPresent()) {
            return type;
        }
        if (file.declaredType().isPresent()) {
            return file.declaredType();
        }
        Optional<String> proven = RowMarks.type(marks, name);
        if (proven.isPresent()) {
            return proven;
        }
        return file.fileType().filter(KNOWN::contains).or(() -> type).or(file::fileType);
    }
}
