package io.github.sre4j.sarif;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** What every SARIF file of ours has in common. */
public final class SarifDocument {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    private static final String INFORMATION = "https://sre4j.github.io/";

    private static final JsonMapper MAPPER = new JsonMapper();

    private SarifDocument() {}

    /** Writes what is in a run. */
    @FunctionalInterface
    public interface Run {
        /** Fills the run: rules of its driver, results. */
        void fill(ObjectNode run, ObjectNode driver);
    }

    /**
     * Writes a log of one run as UTF-8 JSON, indented, lines ended by a line feed on every platform.
     *
     * @param version the version of the program, for whoever reads the file
     * @param language the language of its texts
     * @throws IOException if the stream fails
     */
    public static void write(String version, String language, Run content, OutputStream to) throws IOException {
        ObjectNode log = MAPPER.createObjectNode();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "sre4j");
        driver.put("informationUri", INFORMATION);
        driver.put("version", version);
        driver.put("language", language);
        content.fill(run, driver);
        try (JsonGenerator generator = new JsonFactory().createGenerator(to, JsonEncoding.UTF8)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            generator.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            MAPPER.writeTree(generator, log);
            generator.writeRaw('\n');
        }
    }

    /** Names a file; one with a relative path is relative to the root of the sources. */
    public static void artifact(ObjectNode physical, String file) {
        ObjectNode artifact = physical.putObject("artifactLocation");
        artifact.put("uri", uri(file));
        if (!Path.of(file).isAbsolute()) {
            artifact.put("uriBaseId", "%SRCROOT%");
        }
    }

    private static String uri(String file) {
        try {
            Path path = Path.of(file);
            return path.isAbsolute()
                    ? path.toUri().toASCIIString()
                    : new URI(null, null, file.replace('\\', '/'), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + file + "' cannot be written as an address", e);
        }
    }
}
