package io.github.sre4j.telemetry.files;

import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.telemetry.provider.TelemetryProvider;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.telemetry.recordings.Recordings;
import io.github.sre4j.text.Message;
import java.nio.file.Path;
import java.util.Optional;

/** Recordings: counts and latencies of requests, without their rows. Immutable and thread-safe. */
public final class RecordingProvider implements TelemetryProvider {

    @Override
    public String id() {
        return "recordings";
    }

    @Override
    public boolean accepts(TelemetryRequest request) {
        return request.location().filter(Recordings::existIn).isPresent();
    }

    @Override
    public Telemetry open(TelemetryRequest request) {
        Path root = request.location().orElseThrow();
        return new Recorded(new Recordings(
                root, request.environment().display(root), request.application().orElse(null)));
    }

    private record Recorded(Recordings recordings) implements Telemetry {

        @Override
        public Message description() {
            return recordings.description();
        }

        @Override
        public <T> Optional<T> capability(Class<T> type) {
            return type == TelemetrySource.class ? Optional.of(type.cast(recordings)) : Optional.empty();
        }

        @Override
        public Message reasonWithout(Class<?> type) {
            return Message.of(SourceReport.class, "recordings.no-causes");
        }
    }
}
