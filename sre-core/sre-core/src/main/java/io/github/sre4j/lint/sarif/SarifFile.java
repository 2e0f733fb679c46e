package io.github.sre4j.lint.sarif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.lint.Finding;
import io.github.sre4j.lint.LintReport;
import io.github.sre4j.lint.LintRule;
import io.github.sre4j.sarif.SarifDocument;
import io.github.sre4j.standard.yaml.Place;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code sre-lint.sarif}: SARIF 2.1.0 (OASIS Standard, 27 March 2020). */
public final class SarifFile {

    /** The file's name. */
    public static final String NAME = "sre-lint.sarif";

    /** A name that is no file among the sources, such as one that begins with {@code classpath:}; one letter is a drive. */
    private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]+:.*");

    private static final List<LintRule> RULES = List.of(LintRule.values());

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
        SarifDocument.write(
                version,
                texts.locale().getLanguage(),
                (run, driver) -> {
                    rules(driver.putArray("rules"), texts.of(LintReport.class));
                    // Places count characters as the YAML reader does.
                    run.put("columnKind", "unicodeCodePoints");
                    run.putArray("invocations").addObject().put("executionSuccessful", true);
                    ArrayNode results = run.putArray("results");
                    Place home = home(report);
                    report.findings().forEach(finding -> result(results.addObject(), finding, home));
                },
                to);
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
        SarifDocument.artifact(physical, place.file());
        ObjectNode region = physical.putObject("region");
        region.put("startLine", place.line());
        region.put("startColumn", place.column());
    }

    private static boolean isAddress(String file) {
        return ADDRESS.matcher(file).matches();
    }
}
