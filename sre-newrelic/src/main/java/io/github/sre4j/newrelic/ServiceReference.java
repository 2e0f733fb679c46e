package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.EntitySearch;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Message;
import java.util.Objects;
import java.util.OptionalLong;

/** Says which service of New Relic is meant. Immutable and thread-safe. */
public sealed interface ServiceReference {

    /**
     * The service of that name.
     *
     * @param name its exact name in New Relic
     * @param account the id of its account; empty if the name alone tells it
     */
    static ServiceReference named(String name, OptionalLong account) {
        return new Named(name, account);
    }

    /** The entity with that GUID. */
    static ServiceReference ofGuid(String guid) {
        return new ByGuid(guid);
    }

    /** A service that nothing names; looking for it fails with what to set. */
    static ServiceReference unnamed() {
        return new Unnamed();
    }

    /**
     * Finds it.
     *
     * @throws TelemetryException if there is none, or more than one
     * @throws NerdGraphException if New Relic could not be asked
     */
    Entity find(NerdGraph nerdGraph) throws TelemetryException, NerdGraphException;

    /** No service. */
    record Unnamed() implements ServiceReference {

        @Override
        public Entity find(NerdGraph nerdGraph) throws TelemetryException {
            throw new TelemetryException(
                    TelemetryException.Kind.MISCONFIGURED, Message.of(NewRelicTelemetry.class, "service.unnamed"));
        }

        @Override
        public String toString() {
            return "-";
        }
    }

    /**
     * A service by name.
     *
     * @param name its exact name
     * @param account its account, if that is known
     */
    record Named(String name, OptionalLong account) implements ServiceReference {

        /** Refuses null. */
        public Named {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(account, "account");
        }

        @Override
        public Entity find(NerdGraph nerdGraph) throws TelemetryException, NerdGraphException {
            return ServiceChoice.only(name, account, new EntitySearch(nerdGraph).services(name, account));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A service by its GUID.
     *
     * @param guid the GUID
     */
    record ByGuid(String guid) implements ServiceReference {

        /** Refuses null. */
        public ByGuid {
            // GUIDs are base64 without padding; tools that encode them anew add it.
            guid = Objects.requireNonNull(guid, "guid").strip().replaceAll("=+$", "");
        }

        @Override
        public Entity find(NerdGraph nerdGraph) throws TelemetryException, NerdGraphException {
            Entity entity = new EntitySearch(nerdGraph)
                    .byGuid(guid)
                    .orElseThrow(() -> new TelemetryException(
                            TelemetryException.Kind.MISCONFIGURED,
                            Message.of(NewRelicTelemetry.class, "guid.none", guid)));
            if (!entity.domain().equals("APM") && !entity.isOpenTelemetry()) {
                throw new TelemetryException(
                        TelemetryException.Kind.MISCONFIGURED,
                        Message.of(NewRelicTelemetry.class, "guid.no-service", guid, entity.name(), entity.domain()));
            }
            return entity;
        }

        @Override
        public String toString() {
            return guid;
        }
    }
}
