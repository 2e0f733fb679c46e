package io.github.sre4j.trace;

import org.jspecify.annotations.Nullable;

/**
 * What an HTTP span asked for or answered.
 *
 * @param method the verb in upper case, or null if unknown; agents are known to report nonsense, which readers drop
 * @param host the host called, without port, or null
 * @param path the path, untrusted, or null
 * @param query the query string without the question mark, untrusted, or null if there is none or it was not reported
 * @param queryReported whether a query string would have been reported; New Relic's agents cut it off
 * @param status the response's status, or 0 if there is none
 * @param route the callee's template of the path, such as {@code /owners/{id}}, or null
 * @param responseBytes the size of the response's body, or -1 if unknown
 * @param resend how often this call had been sent before, or 0
 */
public record HttpCall(
        @Nullable String method,
        @Nullable String host,
        @Nullable String path,
        @Nullable String query,
        boolean queryReported,
        int status,
        @Nullable String route,
        long responseBytes,
        int resend) {}
