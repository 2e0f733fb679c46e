package io.github.sre4j.trace.place;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Statement;
import java.util.List;

/**
 * Finds what telemetry names in source code. Each list holds the places that fit best and equally well; it is empty where none fits. Names come from
 * telemetry and are untrusted. Implementations are thread-safe.
 */
public interface PlaceFinder {

    /** Finds nothing: there are no sources. */
    PlaceFinder NONE = new PlaceFinder() {};

    /** Returns the methods that handle requests of an endpoint. */
    default List<SourcePlace> handlers(EndpointName endpoint) {
        return List.of();
    }

    /** Returns the method, or the line of it, that a span or a stack frame names. */
    default List<SourcePlace> code(CodeLocation location) {
        return List.of();
    }

    /**
     * Returns the code that runs a statement.
     *
     * @param statement the statement, not masked
     * @param endpoint the endpoint in which it ran
     */
    default List<SourcePlace> statements(Statement statement, EndpointName endpoint) {
        return List.of();
    }

    /**
     * Returns the code that makes a call.
     *
     * @param call the call, not masked
     * @param endpoint the endpoint in which it was made
     */
    default List<SourcePlace> calls(HttpCall call, EndpointName endpoint) {
        return List.of();
    }

    /**
     * Returns the statement that wrote a log line.
     *
     * @param logger the logger's name
     * @param message the message, not masked
     */
    default List<SourcePlace> logging(String logger, String message) {
        return List.of();
    }
}
