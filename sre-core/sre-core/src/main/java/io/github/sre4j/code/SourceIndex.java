package io.github.sre4j.code;

import io.github.sre4j.sli.EndpointName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds places in the product's own source code. Every list is sorted by score, best first, and empty where nothing was found.
 *
 * <p>An implementation answers from what it read once; it is immutable and thread-safe. Names it is asked about come from telemetry and are
 * untrusted. What an index does not know about, it need not answer.
 */
public interface SourceIndex {

    /** Where no sources are at hand. */
    SourceIndex NONE = new SourceIndex() {};

    /** The methods that handle requests of an endpoint. */
    default List<SourceLocation> handlers(EndpointName endpoint) {
        return List.of();
    }

    /**
     * Returns why an endpoint has no certain handler.
     *
     * @param endpoint the endpoint
     * @return empty if exactly one handler fits best, or if there are no sources
     */
    default Optional<HandlerGap> handlerGap(EndpointName endpoint) {
        return Optional.empty();
    }

    /**
     * Returns an index that knows all endpoints of the service. What they have in common, such as a context path that the container sets, explains
     * names that match no route alone.
     *
     * @param endpoints the endpoints that telemetry names
     */
    default SourceIndex withEndpoints(Collection<EndpointName> endpoints) {
        return this;
    }

    /**
     * Returns an index that takes a method for the handler of an endpoint, as telemetry names it: the span of a controller, or {@code code.*} attributes. It does
     * so only where no route leads to one certain handler, and only for a method of the sources.
     *
     * @param endpoint the endpoint
     * @param className fully qualified, as telemetry names it
     * @param method the name of the method
     * @param line the line from 1, or 0 if unknown
     */
    default SourceIndex withHandler(EndpointName endpoint, String className, String method, int line) {
        return this;
    }

    /**
     * Returns whether the handlers of an endpoint reach a place, by the calls that the sources show.
     *
     * @param endpoint the endpoint
     * @param place a place this index returned
     * @return false only if a handler is known and no call leads from it to the place
     */
    default boolean reaches(EndpointName endpoint, SourceLocation place) {
        return true;
    }

    /**
     * The method a span or stack frame names.
     *
     * @param className fully qualified, as telemetry says it; nested classes with {@code $}
     * @param method the method's name
     * @param line the line from 1, or 0 if unknown
     */
    default List<SourceLocation> methods(String className, String method, int line) {
        return List.of();
    }

    /**
     * What makes a database statement: repository methods, entity collections, query annotations, SQL in code.
     *
     * @param statement which statement
     * @param endpoint the endpoint it was seen in: places its handler reaches score higher
     */
    default List<SourceLocation> statements(StatementTarget statement, EndpointName endpoint) {
        return List.of();
    }

    /**
     * What calls an external host.
     *
     * @param host the host without port
     * @param path the path or its template, empty if unknown
     * @param endpoint the endpoint it was seen in: places its handler reaches score higher
     */
    default List<SourceLocation> calls(String host, String path, EndpointName endpoint) {
        return List.of();
    }

    /**
     * The statement that wrote a log line.
     *
     * @param logger the logger's name
     * @param message the message as logged
     */
    default List<SourceLocation> logging(String logger, String message) {
        return List.of();
    }

    /** What the code an endpoint's handler reaches does that is known to cost time. */
    default List<CodeHint> hints(EndpointName endpoint) {
        return List.of();
    }

    /**
     * Returns what the product's own files tell about an index for the filter of a statement: migrations, or, in a product without any, entities.
     *
     * @param statement the statement, with its text
     */
    default FilterIndex filterIndex(StatementTarget statement) {
        return FilterIndex.UNKNOWN;
    }

    /**
     * Returns the mapping of an association.
     *
     * @param place a place with {@link SourceName#FIELD} that this index returned
     * @return empty if it is not an association of a JPA entity
     */
    default Optional<AssociationFacts> association(SourceLocation place) {
        return Optional.empty();
    }

    /**
     * Returns the traits of a place, and of the product as a whole.
     *
     * @param place a place this index returned
     */
    default Set<CodeTrait> traits(SourceLocation place) {
        return Set.of();
    }

    /** Returns the traits of the product as a whole. */
    default Set<CodeTrait> traits() {
        return Set.of();
    }

    /** Returns the libraries that the product declares. */
    default Libraries libraries() {
        return Libraries.UNKNOWN;
    }

    /**
     * The code around a place.
     *
     * @param place a place this index returned
     * @param around lines before and after, 0 or more
     */
    default Optional<Snippet> snippet(SourceLocation place, int around) {
        return Optional.empty();
    }
}
