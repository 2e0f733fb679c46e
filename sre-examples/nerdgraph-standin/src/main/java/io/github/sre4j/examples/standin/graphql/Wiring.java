package io.github.sre4j.examples.standin.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.TypeRuntimeWiring;
import io.github.sre4j.examples.standin.events.EventStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Which field is answered by what. */
final class Wiring {
    private static final List<String> ENTITIES =
            List.of("ApmApplicationEntity", "BrowserApplicationEntity", "ThirdPartyServiceEntity", "GenericEntity");

    private Wiring() {}

    static GraphQLSchema schema(
            EventStore store, NrqlFields nrql, EntityFields entities, TraceFields traces, int account) {
        DataFetcher<Object> nothing = field -> Map.of();
        DataFetcher<Object> own = field -> account(store, account);
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .type(
                        "RootQueryType",
                        type -> type.dataFetcher("actor", nothing)
                                .dataFetcher("requestContext", field -> Map.of("userId", "1")))
                .type("RootMutationType", type -> type.dataFetcher("nrqlCancelQuery", nrql::cancel))
                .type(
                        "Actor",
                        type -> type.dataFetcher("account", field -> {
                                    nrql.authorize(Objects.requireNonNull(field.<Integer>getArgument("id")));
                                    return account(store, account);
                                })
                                .dataFetcher("accounts", field -> List.of(Objects.requireNonNull(own.get(field))))
                                .dataFetcher(
                                        "user",
                                        field -> Map.of("id", 1, "name", "Stand-in", "email", "standin@example.org"))
                                .dataFetcher("distributedTracing", nothing)
                                .dataFetcher("entity", entities::entity)
                                .dataFetcher("entities", entities::entities)
                                .dataFetcher("entitySearch", entities::search)
                                .dataFetcher("nrql", nrql::ofAccounts)
                                .dataFetcher("nrqlQueryProgress", nrql::progress))
                .type(
                        "Account",
                        type -> type.dataFetcher("nrql", nrql::ofAccount)
                                .dataFetcher("nrqlQueryProgress", nrql::progress))
                .type("EntitySearch", type -> type.dataFetcher("results", entities::results))
                .type("DistributedTracingActorStitchedFields", type -> type.dataFetcher("trace", traces::trace))
                .type("NrdbResultContainer", Wiring::lazily)
                .type("CrossAccountNrdbResultContainer", Wiring::lazily)
                .type("EntityOutline", type -> type.typeResolver(entity("Outline")))
                .type("Entity", type -> type.typeResolver(entity("")));
        ENTITIES.forEach(name -> wiring.type(
                name,
                type -> type.dataFetcher("nrdbQuery", nrql::ofEntity)
                        .dataFetcher("nrdbQueryProgress", nrql::progress)));
        Schemas.SCALARS.forEach(name -> wiring.scalar(Schemas.scalar(name)));
        return new SchemaGenerator().makeExecutableSchema(Schemas.ownTypes(), wiring.build());
    }

    private static Map<String, Object> account(EventStore store, int account) {
        return Map.of(
                "id",
                account,
                "name",
                "Account " + account,
                "reportingEventTypes",
                new TreeSet<>(store.tables().keySet()));
    }

    private static TypeRuntimeWiring.Builder lazily(TypeRuntimeWiring.Builder type) {
        for (String field : List.of("totalResult", "otherResult", "rawResponse")) {
            type.dataFetcher(field, environment -> {
                Map<String, Object> container = environment.getSource();
                Object value = container == null ? null : container.get(field);
                return value instanceof Supplier<?> supplier ? supplier.get() : value;
            });
        }
        return type;
    }

    private static TypeResolver entity(String suffix) {
        return environment -> {
            KnownEntity entity = Objects.requireNonNull(environment.<KnownEntity>getObject());
            return environment.getSchema().getObjectType(entity.kind() + "Entity" + suffix);
        };
    }
}
