package io.github.sre4j.lint.sarif;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.lint.Finding;
import io.github.sre4j.lint.LintReport;
import io.github.sre4j.lint.LintRule;
import io.github.sre4j.standard.yaml.Place;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code sre-lint.sarif}: SARIF 2.1.0 (OASIS Standard, 27 March 2020). */
public final class SarifFile {

    /** The file's name. */
    public static final String NAME = "sre-lint.sarif";

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    /** A name that is no file among the sources, such as one that begins with {@code classpath:}; one letter is a drive. */
    private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]+:.*");

    private static final List<LintRule> RULES = List.of(LintRule.values());

    private static final JsonMapper MAPPER = new JsonMapper();

    private SarifFile() {}

    /**
     * Writes a report as UTF-8 JSON, indented, lines ended by a line feed on every platform. Files that are named by a relative path are relative
     * to the root of the sources.
     *
     * @param report the report
     * @param version the version of the program, for whoever reads the file
     * @param texts the language of the rules' descriptions
     * @throws IOException if the stream fails
     */
    public static void write(LintReport report, String version, Texts texts, OutputStream to) throws IOException {
        try (JsonGenerator generator = new JsonFactory().createGenerator(to, JsonEncoding.UTF8)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            generator.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            MAPPER.writeTree(generator, log(report, version, texts));
            generator.writeRaw('\n');
        }
    }

    private static ObjectNode log(LintReport report, String version, Texts texts) {
        ObjectNode log = MAPPER.createObjectNode();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "sre4j");
        driver.put("version", version);
        driver.put("language", texts.locale().getLanguage());
        rules(driver.putArray("rules"), texts.of(LintReport.class));
        // Places count characters as the YAML reader does.
        run.put("columnKind", "unicodeCodePoints");
        run.putArray("invocations").addObject().put("executionSuccessful", true);
        ArrayNode results = run.putArray("results");
        Place home = home(report);
        report.findings().forEach(finding -> result(results.addObject(), finding, home));
        return log;
    }

    private static void rules(ArrayNode rules, Texts words) {
        for (LintRule rule : RULES) {
            ObjectNode node = rules.addObject();
            node.put("id", rule.id());
            node.putObject("shortDescription").put("text", words.get(rule.id() + ".about"));
            node.putObject("help").put("text", words.get(rule.id() + ".help"));
            node.putObject("defaultConfiguration").put("level", rule.severity().id());
        }
    }

    /** Code hosts refuse a result that lies nowhere in the sources, so it is shown where the sources begin to matter: in the first file read. */
    private static @Nullable Place home(LintReport report) {
        return report.files().stream()
                .filter(file -> !isAddress(file))
                .findFirst()
                .map(file -> new Place(file, 1, 1))
                .orElse(null);
    }

    private static void result(ObjectNode result, Finding finding, @Nullable Place home) {
        Optional<Place> elsewhere = finding.at().filter(place -> isAddress(place.file()));
        Place shown = elsewhere.isPresent() ? home : finding.at().orElse(home);
        result.put("ruleId", finding.rule().id());
        result.put("ruleIndex", RULES.indexOf(finding.rule()));
        result.put("level", finding.severity().id());
        result.putObject("message")
                .put("text", elsewhere.map(place -> place + ": ").orElse("") + finding.sentence());
        ArrayNode locations = result.putArray("locations");
        if (shown != null) {
            location(locations.addObject().putObject("physicalLocation"), shown);
        }
    }

    private static void location(ObjectNode physical, Place place) {
        ObjectNode artifact = physical.putObject("artifactLocation");
        artifact.put("uri", uri(place.file()));
        if (!Path.of(place.file()).isAbsolute()) {
            artifact.put("uriBaseId", "%SRCROOT%");
        }
        ObjectNode region = physical.putObject("region");
        region.put("startLine", place.line());
        region.put("startColumn", place.column());
    }

    private static boolean isAddress(String file) {
        return ADDRESS.matcher(file).matches();
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
