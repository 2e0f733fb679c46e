package io.github.sre4j.adapter.servlet;

import io.github.sre4j.recorder.RequestOutcome;
import io.github.sre4j.recorder.SliRecorder;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/**
 * Records each request from here to its end, also if that comes on another thread (asynchronous requests). An error is a status of 500 or
 * above, an exception, or an asynchronous timeout. Put it first, so that it sees all of a request. Thread-safe.
 */
public final class ServiceLevelFilter implements Filter {

    private static final String SEEN = ServiceLevelFilter.class.getName() + ".seen";

    private final SliRecorder recorder;
    private final BiFunction<HttpServletRequest, HttpServletResponse, String> names;

    /** A filter that names endpoints as New Relic's agent does: by Spring MVC's matched pattern, else by the servlet. */
    public ServiceLevelFilter(SliRecorder recorder) {
        this(recorder, EndpointNames::of);
    }

    /**
     * A filter that names endpoints its own way.
     *
     * @param recorder where requests are recorded
     * @param names names the endpoint when the request is over; a route template, never a URL
     */
    public ServiceLevelFilter(SliRecorder recorder, BiFunction<HttpServletRequest, HttpServletResponse, String> names) {
        this.recorder = Objects.requireNonNull(recorder, "recorder");
        this.names = Objects.requireNonNull(names, "names");
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http)
                || !(response instanceof HttpServletResponse answer)
                || request.getAttribute(SEEN) != null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(SEEN, true);
        Running running = new Running(http, answer, recorder.nanoTime());
        boolean returned = false;
        try {
            chain.doFilter(request, response);
            returned = true;
        } finally {
            if (!returned) {
                running.end(RequestOutcome.ERROR);
            } else {
                answered(request, running);
            }
        }
    }

    /** Ends a request that is answered; one that goes on elsewhere ends when it does. */
    private static void answered(ServletRequest request, Running running) {
        if (request.isAsyncStarted()) {
            try {
                request.getAsyncContext().addListener(running);
                return;
            } catch (IllegalStateException e) {
                // It was completed between the two calls: nobody would tell the listener any more.
            }
        }
        running.end(RequestOutcome.OK);
    }

    /** One request, until it ends the first time. */
    private final class Running implements AsyncListener {

        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final long start;
        private final AtomicBoolean ended = new AtomicBoolean();
        private volatile RequestOutcome outcome = RequestOutcome.OK;

        private Running(HttpServletRequest request, HttpServletResponse response, long start) {
            this.request = request;
            this.response = response;
            this.start = start;
        }

        private void end(RequestOutcome how) {
            if (ended.compareAndSet(false, true)) {
                boolean failed = how == RequestOutcome.ERROR
                        || response.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
                recorder.record(name(), recorder.nanoTime() - start, failed ? RequestOutcome.ERROR : RequestOutcome.OK);
            }
        }

        /** A defect in naming is no reason to fail a request. */
        private String name() {
            try {
                return Objects.requireNonNullElse(names.apply(request, response), SliRecorder.OVERFLOW.value());
            } catch (RuntimeException e) {
                return SliRecorder.OVERFLOW.value();
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            end(outcome);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            outcome = RequestOutcome.ERROR;
        }

        @Override
        public void onError(AsyncEvent event) {
            outcome = RequestOutcome.ERROR;
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
