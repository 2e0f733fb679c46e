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
import java.util.Objects;

/** Deployments that were reported to New Relic's change tracking: its {@code Deployment} events. Immutable and thread-safe. */
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
            return new NrqlQueries(nerdGraph, entity.account())
                            .ask(List.of(Nrql.from("Deployment")
                                    .rows(MOST)
                                    .where(Condition.equal(new Attribute("entity.guid"), entity.guid()))
                                    .between(window.from(), window.to())))
                            .get(0)
                            .stream()
                            .filter(row -> row.count("timestamp") > 0)
                            .map(ServiceDeployments::deployment)
                            .sorted(Comparator.comparing(Deployment::at))
                            .toList();
        } catch (NerdGraphException e) {
            throw new TelemetryException(
                    e.needsRepair() ? TelemetryException.Kind.MISCONFIGURED : TelemetryException.Kind.UNREACHABLE,
                    e.said(),
                    e);
        }
    }

    private static Deployment deployment(Row row) {
        Object commit = row.members().get("commit");
        return new Deployment(
                Instant.ofEpochMilli(row.count("timestamp")), commit instanceof String text ? text : null);
    }
}
