package io.github.sre4j.sli;

/** Why a name in telemetry is not a request of a user, and so is never judged as a product's endpoint. */
public enum ExclusionReason {
    /** Runs once when the application starts or stops. */
    INITIALIZER("initializer"),
    /** A bucket for requests that matched no endpoint, most often 404s of scanners. */
    UNMATCHED("unmatched"),
    /** A bucket of requests that the agent could not name: whatever they were, no endpoint shows them. */
    NO_ROUTE("no-route"),
    /** The error page, rendered after a request that is counted under its own name. */
    ERROR_PAGE("error-page"),
    /** A probe of the platform: health, readiness, metrics, the whole actuator. */
    HEALTH_CHECK("health-check"),
    /** A file served as it is: scripts, styles, images, and whatever only the default servlet answers. */
    STATIC_RESOURCE("static-resource");

    private final String id;

    ExclusionReason(String id) {
        this.id = id;
    }

    /** The word used in files. */
    public String id() {
        return id;
    }
}
