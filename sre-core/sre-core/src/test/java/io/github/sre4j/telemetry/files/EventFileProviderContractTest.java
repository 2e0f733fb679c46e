package io.github.sre4j.telemetry.files;

import io.github.sre4j.telemetry.Deployment;
import io.github.sre4j.telemetry.provider.TelemetryProvider;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.telemetry.testkit.Request;
import io.github.sre4j.telemetry.testkit.TelemetryProviderContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;

class EventFileProviderContractTest extends TelemetryProviderContract {

    @TempDir
    private Path folder;

    @Override
    protected TelemetryProvider provider() {
        return new EventFileProvider();
    }

    @Override
    protected TelemetryRequest request(List<Request> requests, List<Deployment> deployments) throws Exception {
        StringBuilder rows = new StringBuilder();
        requests.forEach(each -> rows.append(String.format(
                Locale.ROOT,
                "{\"timestamp\":%d,\"name\":\"%s\",\"duration\":%.6f,\"error\":%b}%n",
                each.at().toEpochMilli(),
                each.endpoint(),
                each.duration().toNanos() / 1e9,
                each.error())));
        Files.writeString(folder.resolve("Transaction.ndjson"), rows);
        StringBuilder deployed = new StringBuilder();
        deployments.forEach(each -> deployed.append(String.format(
                "{\"timestamp\":%d,\"commit\":\"%s\"}%n", each.at().toEpochMilli(), each.commit())));
        Files.writeString(folder.resolve("Deployment.ndjson"), deployed);
        return TelemetryRequest.ofFiles(folder);
    }
}
