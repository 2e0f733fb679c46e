package io.github.sre4j.telemetry.recordings;

import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.testkit.Request;
import io.github.sre4j.telemetry.testkit.TelemetrySourceContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Two instances record the contract's requests between them, against the thresholds that are checked. */
class RecordingsContractTest extends TelemetrySourceContract {

    @TempDir
    private Path folder;

    @Override
    protected TelemetrySource sourceOf(List<Request> requests) throws Exception {
        List<Request> one = new ArrayList<>();
        List<Request> two = new ArrayList<>();
        for (Request request : requests) {
            (request.at().toEpochMilli() % 2 == 0 ? one : two).add(request);
        }
        write("1", one);
        write("2", two);
        return new Recordings(folder, "recordings", null);
    }

    @Override
    protected double percentileError() {
        return 0.01;
    }

    private void write(String instance, List<Request> requests) throws Exception {
        Recorded.write(
                folder,
                "orders",
                instance,
                endpoint -> endpoint.value().startsWith("Web") ? Optional.of(Duration.ofMillis(500)) : Optional.empty(),
                requests);
    }
}
