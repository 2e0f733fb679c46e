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
import io.github.sre4j.telemetry.Deployment;
import io.github.sre4j.telemetry.DeploymentSource;
import io.github.sre4j.telemetry.TelemetryException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Deployments that were reported to New Relic's change tracking: its {@code Deployment} events, and its {@code ChangeTrackingEvent}s of the category {@code
 * Deployment}. Immutable and thread-safe.
 */
public final class ServiceDeployments implements DeploymentSource {

    /** Nobody deploys so often that a fix would be among older ones. */
    private static final int MOST = 500;

    private final NerdGraph nerdGraph;
    private final ServiceReference service;

    /** The deployments of that service. */
    public ServiceDeployments(NerdGraph nerdGraph, ServiceReference service) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph");
        this.service = Objects.requireNonNull(service, "service");
    }

    @Override
    public List<Deployment> deployments(Window window) throws TelemetryException {
        try {
            Entity entity = service.find(nerdGraph);
            NrqlQueries.Answered answers = new NrqlQueries(nerdGraph, entity.account())
                    .ask(
                            List.of(of("Deployment", entity, window)),
                            List.of(of("ChangeTrackingEvent", entity, window)
                                    .where(Condition.equal(new Attribute("category"), "Deployment"))));
            return Stream.concat(
                            answers.needed().get(0).stream(),
                            answers.wished().get(0).stream().flatMap(List::stream))
                    .filter(row -> row.count("timestamp") > 0)
                    .map(ServiceDeployments::deployment)
                    .distinct()
                    .sorted(Comparator.comparing(Deployment::at))
                    .toList();
        } catch (NerdGraphException e) {
            throw new TelemetryException(
                    e.needsRepair() ? TelemetryException.Kind.MISCONFIGURED : TelemetryException.Kind.UNREACHABLE,
                    e.said(),
                    e);
        }
    }

    private static Nrql of(String eventType, Entity entity, Window window) {
        return Nrql.from(eventType)
                .rows(MOST)
                .where(Condition.equal(new Attribute("entity.guid"), entity.guid()))
                .between(window.from(), window.to());
    }

    private static Deployment deployment(Row row) {
        Map<String, @Nullable Object> members = row.members();
        return new Deployment(
                Instant.ofEpochMilli(row.count("timestamp")),
                text(members.get("commit")),
                text(members.get("version")));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
