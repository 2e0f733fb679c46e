package io.github.sre4j.telemetry.recordings;

import io.github.sre4j.telemetry.Deployment;
import io.github.sre4j.telemetry.files.RecordingProvider;
import io.github.sre4j.telemetry.provider.TelemetryProvider;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.telemetry.testkit.Request;
import io.github.sre4j.telemetry.testkit.TelemetryProviderContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class RecordingProviderContractTest extends TelemetryProviderContract {

    @TempDir
    private Path folder;

    @Override
    protected TelemetryProvider provider() {
        return new RecordingProvider();
    }

    @Override
    protected TelemetryRequest request(List<Request> requests, List<Deployment> deployments) throws Exception {
        Recorded.write(folder, "orders", "1", endpoint -> Optional.empty(), requests);
        return TelemetryRequest.ofFiles(folder);
    }
}
