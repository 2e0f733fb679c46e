package io.github.sre4j.advisor.evidence;

/**
 * How many requests left a span, where spans are all that is known of single requests: whoever sends OpenTelemetry decides how many.
 *
 * @param spans requests that left one
 * @param requests requests that really happened by metrics, or -1 if there are none of them
 */
public record SpanSample(long spans, long requests) {

    /** Whether metrics tell how many requests there really were. */
    public boolean counted() {
        return requests >= 0;
    }
}
