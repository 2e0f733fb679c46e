package io.github.sre4j.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.report.ServiceLevelReport;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the report file. */
public final class JsonReport {

    /** Counts up when a field is renamed or removed. */
    public static final int SCHEMA_VERSION = 1;

    // Beyond the basic plane escapes keep the file readable for whatever reads it; '/' and others need none.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private JsonReport() {}

    /**
     * Writes a report as UTF-8 JSON, indented, keys always in the same order.
     *
     * @throws IOException if the stream fails
     */
    public static void write(ServiceLevelReport report, OutputStream to) throws IOException {
        ObjectNode tree = new ReportTree(JsonMapper.builder().build().getNodeFactory()).of(report);
        try (JsonGenerator generator = JSON.createGenerator(to)) {
            generator.setPrettyPrinter(new DefaultPrettyPrinter());
            JsonMapper.builder().build().writeTree(generator, tree);
            generator.writeRaw('\n');
        }
    }
}
