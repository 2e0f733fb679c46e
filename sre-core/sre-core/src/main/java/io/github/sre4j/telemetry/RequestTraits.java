package io.github.sre4j.telemetry;

/**
 * Verbs, statuses and URIs of the requests behind one name, as far as telemetry tells them. They decide what a name is that may stand for anything.
 *
 * @param withMethod number of requests whose HTTP method is known, ≥ 0
 * @param writes those of them that are neither GET nor HEAD nor OPTIONS
 * @param withStatus number of requests whose HTTP status is known
 * @param serverErrors those of them with a status of 500 or above
 * @param withUri number of requests whose URI is known
 * @param platformUris those of them whose URI is one of a file or of a probe
 */
public record RequestTraits(
        long withMethod, long writes, long withStatus, long serverErrors, long withUri, long platformUris) {

    /** Nothing is known. */
    public static final RequestTraits UNKNOWN = new RequestTraits(0, 0, 0, 0, 0, 0);

    private static final double NEARLY_ALL = 0.95;

    /** Returns the sum of both. */
    public RequestTraits plus(RequestTraits other) {
        return new RequestTraits(
                withMethod + other.withMethod,
                writes + other.writes,
                withStatus + other.withStatus,
                serverErrors + other.serverErrors,
                withUri + other.withUri,
                platformUris + other.platformUris);
    }

    /** Returns true if more than a stray few of the requests write. */
    public boolean isWriting() {
        return writes > withMethod * (1 - NEARLY_ALL);
    }

    /** Returns true if something is known, and all of it fits files that are served as they are. */
    public boolean isOfFiles() {
        return withMethod + withUri > 0
                && !isWriting()
                && serverErrors == 0
                && (withUri == 0 || platformUris >= withUri * NEARLY_ALL);
    }

    /** Returns true if nothing is known of the requests. */
    public boolean isUnknown() {
        return withMethod == 0 && withStatus == 0 && withUri == 0;
    }
}
