package io.github.sre4j.report.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.json.JsonBounds;
import io.github.sre4j.json.JsonBounds.ExtremeNumber;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.text.Message;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes and reads the report file. */
public final class JsonReport {

    /** Counts up when a field is renamed or removed. */
    public static final int SCHEMA_VERSION = 1;

    /** To how many significant digits intervals and p-values are written. Everything else is exact. */
    public static final int SIGNIFICANT_DIGITS = 12;

    /** Made when a report is read, which most builds never do. */
    private static final class Reading {

        private static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        private Reading() {}
    }

    private JsonReport() {}

    /**
     * Writes a report as UTF-8 JSON, indented, keys always in the same order, lines ended by a line feed on every platform.
     *
     * @throws IOException if the stream fails
     */
    public static void write(ServiceLevelReport report, OutputStream to) throws IOException {
        try (JsonGenerator generator = new JsonFactory().createGenerator(to, JsonEncoding.UTF8)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            generator.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
            TreeWriter.write(new ReportTree(new WellFormedText()).of(report), generator);
            generator.writeRaw('\n');
        }
    }

    /**
     * Writes a report to a file, which is there whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(ServiceLevelReport report, Path file) throws IOException {
        ReportFiles.write(file, out -> write(report, out));
    }

    /** Returns the fields of a place in the source, as every field of the file holds one. */
    public static Map<String, @Nullable Object> location(SourceLocation place) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("file", place.file());
        fields.put("line", place.line());
        fields.put("method", place.method());
        fields.put("class", place.className());
        fields.put("score", place.score());
        fields.put("url", place.url());
        return fields;
    }

    /**
     * Reads a report file of this or another product. Fields it does not know are passed over.
     *
     * @throws InvalidReportException if it is no report file of this schema version; the message says what is wrong and where
     * @throws IOException if it cannot be read
     */
    public static StoredReport read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /**
     * Reads a report file.
     *
     * @param in the file's bytes; the caller closes it
     * @param name what to call it in messages
     * @throws InvalidReportException if it is no report file of this schema version; the message says what is wrong and where
     * @throws IOException if the stream fails
     */
    public static StoredReport read(InputStream in, String name) throws IOException {
        JsonNode root;
        try {
            byte[] content = in.readAllBytes();
            refuseExtremeNumbers(content, name);
            root = Reading.MAPPER.readTree(content);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidReportException(Message.of(JsonReport.class, "no-json", name, Integer.toString(line)), e);
        } catch (CharConversionException e) {
            // The first bytes look like another encoding than UTF-8.
            throw new InvalidReportException(Message.of(JsonReport.class, "no-json", name, "1"), e);
        }
        return new StoredReportReader(name).read(root);
    }

    private static void refuseExtremeNumbers(byte[] content, String name) throws IOException {
        Optional<ExtremeNumber> extreme = JsonBounds.firstExtremeNumber(content);
        if (extreme.isPresent()) {
            throw new InvalidReportException(Message.of(
                    JsonReport.class,
                    "extreme-number",
                    name,
                    Integer.toString(extreme.get().line()),
                    extreme.get().key()));
        }
    }
}
