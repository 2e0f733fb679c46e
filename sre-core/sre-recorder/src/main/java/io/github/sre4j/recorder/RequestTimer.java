package io.github.sre4j.recorder;

/**
 * Times one request: from {@link EndpointRecorder#start} to {@link #close}. An error until somebody says {@link #ok}, so that a request that
 * throws on its way there is counted as what it is.
 *
 * <p>For one thread at a time; a request that moves between threads may take its timer along. Where the compiler sees start and close in
 * one method, the timer is no object at all; elsewhere it is one of 32 bytes.
 */
public final class RequestTimer implements AutoCloseable {

    private final EndpointRecorder endpoint;
    private final long start;
    private RequestOutcome outcome = RequestOutcome.ERROR;
    private boolean open = true;

    RequestTimer(EndpointRecorder endpoint, long start) {
        this.endpoint = endpoint;
        this.start = start;
    }

    /** The request was answered. */
    public void ok() {
        outcome = RequestOutcome.OK;
    }

    /** The request failed, which is also what it is before {@link #ok}. */
    public void error() {
        outcome = RequestOutcome.ERROR;
    }

    /** Records the request; further calls do nothing. */
    @Override
    public void close() {
        if (open) {
            open = false;
            endpoint.record(endpoint.nanoTime() - start, outcome);
        }
    }
}
