package io.github.sre4j.benchmarks.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.advisor.CandidateFinder;
import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.evidence.files.EventFileEvidence;
import io.github.sre4j.advisor.report.CandidatePart;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.events.EventFiles;
import io.github.sre4j.trace.error.ApplicationCode;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/** Writes the reports of many products: each the report of the captured petclinic, with its endpoints several times over under other names. */
public final class GenerateReports {

    private static final Window CAPTURED =
            new Window(Instant.parse("2026-11-22T08:16:30Z"), Instant.parse("2026-11-22T08:26:30Z"));

    private GenerateReports() {}

    /**
     * Writes them.
     *
     * @param args the captured event files, the folder to write to, the number of products, how often the endpoints stand in each
     */
    public static void main(String[] args) throws Exception {
        Path events = Path.of(args[0]);
        int products = Integer.parseInt(args[2]);
        int times = Integer.parseInt(args[3]);
        ObjectMapper mapper = new ObjectMapper();
        JsonNode real = mapper.readTree(real(events));
        Random random = new Random(1);
        for (int i = 0; i < products; i++) {
            ObjectNode report = real.deepCopy();
            ((ObjectNode) report.path("service")).put("name", "product-" + i);
            report.put(
                    "generatedAt",
                    Instant.now().minusSeconds(random.nextInt(900_000)).toString());
            ArrayNode endpoints = (ArrayNode) report.path("endpoints");
            ArrayNode once = endpoints.deepCopy();
            for (int more = 1; more < times; more++) {
                for (JsonNode endpoint : once) {
                    ObjectNode other = endpoint.deepCopy();
                    other.put("name", endpoint.path("name").asText() + "/" + more);
                    other.put("label", endpoint.path("label").asText() + "/" + more);
                    endpoints.add(other);
                }
            }
            Path folder = Files.createDirectories(Path.of(args[1]).resolve("product-" + i));
            mapper.writerWithDefaultPrettyPrinter()
                    .writeValue(folder.resolve("sre-report.json").toFile(), report);
        }
    }

    private static byte[] real(Path events) throws Exception {
        CheckOptions options =
                new CheckOptions(new Service("petclinic", null), CAPTURED, Enforcement.OBSERVE, OnNoData.FAIL);
        ServiceLevelReport report = new ServiceLevelCheck(
                        DefaultStandard.get(), Product.NOT_CONFIGURED, Clock.systemUTC())
                .run(new EventFiles(events, null), options, ProgressListener.NONE);
        CandidateFinder improver = new CandidateFinder(
                new EventFileEvidence(events, null), SourceIndex.NONE, ApplicationCode.DEFAULT, OwnHosts.UNSAID);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonReport.write(report.with(new CandidatePart(improver.plan(report.assessment(), 3))), bytes);
        return bytes.toByteArray();
    }
}
