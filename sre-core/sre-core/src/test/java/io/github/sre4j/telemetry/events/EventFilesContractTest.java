package io.github.sre4j.telemetry.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.testkit.Request;
import io.github.sre4j.telemetry.testkit.TelemetrySourceContract;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class EventFilesContractTest extends TelemetrySourceContract {

    @TempDir
    private Path folder;

    @Override
    protected TelemetrySource sourceOf(List<Request> requests) throws Exception {
        ObjectMapper json = new ObjectMapper();
        StringBuilder lines = new StringBuilder();
        for (Request request : requests) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("timestamp", request.at().toEpochMilli());
            row.put("name", request.endpoint());
            row.put("duration", BigDecimal.valueOf(request.duration().toNanos(), 9));
            row.put("error", request.error());
            lines.append(json.writeValueAsString(row)).append('\n');
        }
        Files.writeString(folder.resolve("Transaction.ndjson"), lines);
        return new EventFiles(folder, null);
    }
}
