package io.github.sre4j.examples.standin.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.AsyncExecutionStrategy;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import io.github.sre4j.examples.standin.answer.NrqlEngine;
import io.github.sre4j.examples.standin.events.EventStore;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.examples.standin.limits.Meter;
import io.github.sre4j.examples.standin.misbehave.Fault;
import io.github.sre4j.examples.standin.misbehave.FaultType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers GraphQL documents. */
public final class NerdGraph {
    private final GraphQL graphql;
    private final @Nullable GraphQLSchema whole;

    /**
     * A NerdGraph over events.
     *
     * @param wholeSchema a schema that documents must satisfy before they are answered, or null
     * @throws IOException if that schema cannot be read
     */
    public NerdGraph(
            EventStore store, NrqlEngine engine, Meter meter, Limits limits, int account, @Nullable Path wholeSchema)
            throws IOException {
        this.whole = wholeSchema == null ? null : Schemas.read(wholeSchema);
        EntityFields entities = new EntityFields(store, engine, account);
        NrqlFields nrql = new NrqlFields(engine, meter, limits, account);
        this.graphql = GraphQL.newGraphQL(
                        Wiring.schema(store, nrql, entities, new TraceFields(engine, entities), account))
                .queryExecutionStrategy(new AsyncExecutionStrategy(new Errors()))
                .mutationExecutionStrategy(new AsyncExecutionStrategy(new Errors()))
                .build();
    }

    /**
     * Answers a document.
     *
     * @param faults what goes wrong with it
     * @param listener told each NRQL query
     * @return the answer as JSON's maps and lists
     */
    public Map<String, Object> execute(
            String document, Map<String, Object> variables, List<Fault> faults, Consumer<Asked> listener) {
        Exchange exchange = new Exchange(faults, listener);
        ExecutionInput input = ExecutionInput.newExecutionInput(document)
                .variables(variables)
                .graphQLContext(Map.of(Exchange.class, exchange))
                .build();
        ExecutionResult result = invalid(input);
        if (result != null) {
            return shaped(result, exchange, "");
        }
        String beyond = whole == null ? "" : "NerdGraph has this, the stand-in does not answer it: ";
        return shaped(graphql.execute(input), exchange, beyond);
    }

    private @Nullable ExecutionResult invalid(ExecutionInput input) {
        if (whole == null) {
            return null;
        }
        ParseAndValidateResult parsed = ParseAndValidate.parse(input);
        if (parsed.isFailure()) {
            return null;
        }
        List<ValidationError> errors = ParseAndValidate.validate(
                whole, Objects.requireNonNull(parsed.getDocument()), rule -> true, Locale.ENGLISH);
        return errors.isEmpty()
                ? null
                : ExecutionResultImpl.newExecutionResult()
                        .errors(List.copyOf(errors))
                        .build();
    }

    private static Map<String, Object> shaped(ExecutionResult result, Exchange exchange, String beyond) {
        Map<String, Object> answer = new LinkedHashMap<>(result.toSpecification());
        List<Map<String, Object>> errors = new ArrayList<>();
        if (exchange.fault(FaultType.DEPRECATION).isPresent()) {
            errors.add(Map.of(
                    "message",
                    "This field is deprecated! Please use a newer field instead.",
                    "path",
                    List.of("actor", "account")));
        }
        for (GraphQLError error : result.getErrors()) {
            Map<String, Object> shaped = shaped(error, exchange);
            if (error instanceof ValidationError) {
                shaped.put("message", beyond + error.getMessage());
            }
            errors.add(shaped);
        }
        answer.remove("errors");
        if (!errors.isEmpty()) {
            answer.put("errors", errors);
        }
        return answer;
    }

    private static Map<String, Object> shaped(GraphQLError error, Exchange exchange) {
        Map<String, Object> shaped = new LinkedHashMap<>(error.toSpecification());
        if (exchange.fault(FaultType.BARE_ERRORS).isPresent()) {
            shaped.keySet().retainAll(List.of("message", "path"));
        }
        if (exchange.fault(FaultType.INTEGER_PATH).isPresent() && shaped.get("path") instanceof List<?> path) {
            List<Object> longer = new ArrayList<>(path);
            longer.add(0);
            shaped.put("path", longer);
        }
        return shaped;
    }
}
