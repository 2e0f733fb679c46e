package io.github.sre4j.examples.standin.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.github.sre4j.examples.standin.answer.QueryRefusedException;
import io.github.sre4j.examples.standin.nrql.NrqlSyntaxException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Turns what a field throws into an entry of {@code errors}: message, path, and the class of error among the extensions. */
final class Errors implements DataFetcherExceptionHandler {
    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        GraphqlErrorBuilder<?> error = GraphqlErrorBuilder.newError()
                .path(parameters.getPath())
                .location(parameters.getSourceLocation())
                .errorType(NONE);
        Throwable cause = parameters.getException();
        if (cause instanceof NerdGraphException known) {
            error.message("%s", String.valueOf(known.getMessage()));
            String errorClass = known.errorClass();
            if (errorClass != null) {
                error.extensions(Map.of("errorClass", errorClass));
            }
        } else if (cause instanceof NrqlSyntaxException || cause instanceof QueryRefusedException) {
            error.message("%s", String.valueOf(cause.getMessage())).extensions(Map.of("errorClass", "INVALID_INPUT"));
        } else {
            System.getLogger(Errors.class.getName()).log(System.Logger.Level.ERROR, "a field was not resolved", cause);
            error.message("An error occurred resolving this field")
                    .extensions(Map.of("errorClass", "INTERNAL_SERVER_ERROR"));
        }
        GraphQLError built = error.build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult().error(built).build());
    }

    private static final graphql.ErrorClassification NONE = new graphql.ErrorClassification() {
        @Override
        public Object toSpecification(GraphQLError error) {
            return "DataFetchingException";
        }
    };
}
