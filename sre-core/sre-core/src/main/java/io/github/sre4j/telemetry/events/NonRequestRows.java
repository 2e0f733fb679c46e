package io.github.sre4j.telemetry.events;

import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is told of rows that are no requests: one line of those that explain misses, one of those nobody uses. */
final class NonRequestRows {

    private static final Set<String> EVIDENCE = Set.of(
            "BrowserInteraction",
            "ChangeTrackingEvent",
            "Deployment",
            "Log",
            "Metric",
            "PageView",
            "Span",
            "TransactionError");

    private NonRequestRows() {}

    static List<Message> notes(Map<String, Long> rows) {
        List<Message> evidence = new ArrayList<>();
        List<Message> unused = new ArrayList<>();
        new TreeMap<>(rows).forEach((type, count) -> {
            if (!type.isEmpty()) {
                (EVIDENCE.contains(type) ? evidence : unused)
                        .add(Message.of(SourceReport.class, "events.rows-of", count, type));
            }
        });
        List<Message> notes = new ArrayList<>();
        if (rows.containsKey("")) {
            notes.add(Message.of(SourceReport.class, "events.untyped", rows.get("")));
        }
        if (!unused.isEmpty()) {
            notes.add(Message.of(SourceReport.class, "events.not-used", unused));
        }
        if (!evidence.isEmpty()) {
            notes.add(Message.of(SourceReport.class, "events.also-read", evidence));
        }
        return notes;
    }
}
