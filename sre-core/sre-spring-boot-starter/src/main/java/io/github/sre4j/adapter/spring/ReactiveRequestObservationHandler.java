package io.github.sre4j.adapter.spring;

import io.github.sre4j.recorder.RequestOutcome;
import io.github.sre4j.recorder.SliRecorder;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/**
 * Records the requests of a WebFlux service from the observation {@code http.server.requests}. An error is a status of 500 or above, or an
 * exception that left no status. Thread-safe.
 */
final class ReactiveRequestObservationHandler implements ObservationHandler<ServerRequestObservationContext> {

    private static final int SERVER_ERROR = 500;

    private final SliRecorder recorder;

    ReactiveRequestObservationHandler(SliRecorder recorder) {
        this.recorder = Objects.requireNonNull(recorder, "recorder");
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ServerRequestObservationContext;
    }

    @Override
    public void onStart(ServerRequestObservationContext context) {
        context.put(Start.class, new Start(recorder.nanoTime()));
    }

    @Override
    public void onStop(ServerRequestObservationContext context) {
        Start start = context.get(Start.class);
        if (start != null) {
            Integer status = status(context);
            boolean failed = status == null ? context.getError() != null : status >= SERVER_ERROR;
            recorder.record(
                    ReactiveEndpointNames.of(context, status),
                    recorder.nanoTime() - start.nanoTime(),
                    failed ? RequestOutcome.ERROR : RequestOutcome.OK);
        }
    }

    private static @Nullable Integer status(ServerRequestObservationContext context) {
        HttpStatusCode status =
                context.getResponse() == null ? null : context.getResponse().getStatusCode();
        return status == null ? null : status.value();
    }

    private record Start(long nanoTime) {}
}
