package io.github.sre4j.advisor.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sarif.SarifDocument;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * {@code sre-candidates.sarif}: candidates with a place in the source, on their lines. Those without one are left out, as code hosts refuse a result
 * that lies nowhere; the Markdown has them.
 */
public final class CandidatesSarif {

    /** The file's name. */
    public static final String NAME = "sre-candidates.sarif";

    private static final List<CauseKind> RULES = List.of(CauseKind.values());

    private CandidatesSarif() {}

    /**
     * Writes the candidates of a report.
     *
     * @param report the report, with a plan
     * @param version the version of the program
     * @param texts the language
     * @throws IOException if the stream fails
     */
    public static void write(ServiceLevelReport report, String version, Texts texts, OutputStream to)
            throws IOException {
        CandidateSentences words = new CandidateSentences(texts, TextEscaping::forTerminal, TextEscaping::forTerminal);
        SarifDocument.write(
                version,
                texts.locale().getLanguage(),
                (run, driver) -> {
                    ArrayNode rules = driver.putArray("rules");
                    for (CauseKind kind : RULES) {
                        ObjectNode rule = rules.addObject();
                        rule.put("id", "sre/" + kind.id());
                        rule.putObject("shortDescription").put("text", words.text("rule." + kind.id()));
                        rule.putObject("defaultConfiguration").put("level", "warning");
                    }
                    run.put("columnKind", "utf16CodeUnits");
                    run.putArray("invocations").addObject().put("executionSuccessful", true);
                    ArrayNode results = run.putArray("results");
                    CandidatePart.planOf(report).orElseThrow().candidates().stream()
                            .filter(candidate -> !candidate.places().isEmpty())
                            .forEach(candidate -> result(results.addObject(), candidate, words));
                },
                to);
    }

    private static void result(ObjectNode result, Candidate candidate, CandidateSentences words) {
        CauseKind kind = candidate.cause().kind();
        result.put("ruleId", "sre/" + kind.id());
        result.put("ruleIndex", RULES.indexOf(kind));
        // The first location is shown as the place: where it is not certain, the message tells so.
        Optional<String> uncertain = words.beforePlaces(candidate, true);
        boolean note = candidate.but().isPresent() || uncertain.isPresent();
        result.put("level", note ? "note" : "warning");
        String message = words.text(
                "sarif.message",
                words.title(candidate),
                words.amount(candidate),
                words.what(candidate),
                String.join(" ", words.doneWhen(candidate)));
        result.putObject("message")
                .put(
                        "text",
                        uncertain.isEmpty()
                                ? message
                                : words.text(
                                        "sarif.uncertain", candidate.places().size(), message));
        ArrayNode locations = result.putArray("locations");
        location(locations.addObject(), candidate.places().get(0));
        if (candidate.places().size() > 1) {
            ArrayNode related = result.putArray("relatedLocations");
            candidate.places().stream().skip(1).forEach(place -> location(related.addObject(), place));
        }
        // The same candidate of tomorrow's check is the same alert, though its line may move.
        result.putObject("partialFingerprints").put("sre4j/v1", hash(candidate.key()));
        result.putObject("properties").put("rank", candidate.rank()).put("score", candidate.score());
    }

    private static void location(ObjectNode location, SourceLocation place) {
        ObjectNode physical = location.putObject("physicalLocation");
        SarifDocument.artifact(physical, place.file());
        physical.putObject("region").put("startLine", place.line());
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
