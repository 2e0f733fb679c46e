package io.github.sre4j.sli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One kind of request of a service: its stored name and what people call it.
 *
 * @param name the name as telemetry stores it
 * @param label the name for people, such as {@code GET /owners/{ownerId}}
 */
public record Endpoint(EndpointName name, String label) {

    /** Refuses null. */
    public Endpoint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
    }

    /** The endpoint of that stored name, with its label derived from it. */
    public static Endpoint of(EndpointName name) {
        return new Endpoint(name, EndpointLabels.label(name.value()));
    }

    /** Returns true if requests of any kind may stand under the name: what they were, only their verbs, statuses and URIs tell. */
    public boolean isCatchAll() {
        return ExclusionRules.isCatchAll(name.value());
    }

    /** Returns true if the name is a bucket of requests for which the service had no route. */
    public boolean isUnrouted() {
        return ExclusionRules.isUnrouted(name.value());
    }

    /** Returns the names under which requests of any kind may stand. */
    public static List<String> catchAllNames() {
        return ExclusionRules.CATCH_ALL;
    }

    /** Returns the regular expression, of a syntax that RE2 has too, which a URI of a file or of a probe matches as a whole. */
    public static String platformUriRegex() {
        return ExclusionRules.PLATFORM_URI_REGEX;
    }

    /** Returns true if a URI is one of a file, or of a probe of the platform, such as {@code /css/a.css}. */
    public static boolean isPlatformUri(String uri) {
        return ExclusionRules.isPlatformUri(uri);
    }

    /** Why this name is not a request of a user; empty for an endpoint that is judged. */
    public Optional<ExclusionReason> notARequest() {
        return ExclusionRules.reason(name.value());
    }
}
