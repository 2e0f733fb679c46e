package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.MaintenanceWindow;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Maintenance windows of a service that were reported to change tracking: {@code ChangeTrackingEvent}s whose category or type names maintenance, with an attribute
 * {@code endTime}. One without an end hides nothing.
 */
final class ServiceMaintenance {

    private static final int MOST = 100;
    private static final Duration LONGEST = Duration.ofDays(7);

    private final NerdGraph nerdGraph;
    private final Entity service;

    ServiceMaintenance(NerdGraph nerdGraph, Entity service) {
        this.nerdGraph = nerdGraph;
        this.service = service;
    }

    /** Asks for those that touch a window. */
    List<MaintenanceWindow> windows(Window window) throws NerdGraphException {
        return new NrqlQueries(nerdGraph, service.account())
                        .ask(List.of(Nrql.from("ChangeTrackingEvent")
                                .rows(MOST)
                                .where(Condition.equal(new Attribute("entity.guid"), service.guid())
                                        .and(Condition.contains(new Attribute("type"), "maintenance")
                                                .or(Condition.contains(new Attribute("category"), "maintenance"))))
                                .between(window.from().minus(LONGEST), window.to())))
                        .get(0)
                        .stream()
                        .flatMap(row -> maintenance(row).stream())
                        .toList();
    }

    private static Optional<MaintenanceWindow> maintenance(Row row) {
        Map<String, @Nullable Object> members = row.members();
        Instant from = instant(members.get("startTime")).orElse(Instant.ofEpochMilli(row.count("timestamp")));
        return instant(members.get("endTime"))
                .filter(to -> to.isAfter(from) && Duration.between(from, to).compareTo(LONGEST) <= 0)
                .map(to -> new MaintenanceWindow(new Window(from, to), reason(members)));
    }

    private static String reason(Map<String, @Nullable Object> members) {
        return Stream.of("shortDescription", "description", "type")
                .map(members::get)
                .filter(String.class::isInstance)
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("maintenance")
                .strip();
    }

    /** A time in epoch milliseconds or as text with a zone. */
    private static Optional<Instant> instant(@Nullable Object value) {
        if (value instanceof Number number) {
            return Optional.of(Instant.ofEpochMilli(number.longValue()));
        }
        try {
            return value instanceof String text
                    ? Optional.of(
                            text.matches("\\d{12,14}")
                                    ? Instant.ofEpochMilli(Long.parseLong(text))
                                    : OffsetDateTime.parse(text.toUpperCase(Locale.ROOT))
                                            .toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
