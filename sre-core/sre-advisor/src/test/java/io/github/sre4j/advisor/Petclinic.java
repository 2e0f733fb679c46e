package io.github.sre4j.advisor;

import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.evidence.files.EventFileEvidence;
import io.github.sre4j.advisor.report.CandidatePart;
import io.github.sre4j.assess.Assessment;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.yaml.StandardYaml;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.events.EventFiles;
import io.github.sre4j.trace.error.ApplicationCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** What a New Relic agent recorded of spring-petclinic on PostgreSQL: all requests of four endpoints, some of their traces, metrics and errors. */
public final class Petclinic {

    static final Path EVENTS = Path.of("src/test/resources/io/github/sre4j/advisor/petclinic");

    private static final Window WINDOW =
            new Window(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"));

    private Petclinic() {}

    /** The report of a check against a threshold, with candidates. */
    public static ServiceLevelReport report(Duration threshold, SourceIndex index, int top) throws Exception {
        ServiceLevelReport report = measured(threshold);
        return report.with(new CandidatePart(plan(report.assessment(), index, top)));
    }

    static ServiceLevelReport measured(Duration threshold) throws Exception {
        String yaml = """
                version: 1
                name: brisk
                classes:
                  - name: interactive
                    match: ["WebTransaction/**"]
                    latency: {within: %dms, for: 95%%}
                    errors: {below: 1%%}
                """.formatted(threshold.toMillis());
        Standard standard = StandardYaml.read("brisk.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return new ServiceLevelCheck(
                        standard,
                        Product.NOT_CONFIGURED,
                        Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC))
                .run(
                        new EventFiles(EVENTS, "the captured petclinic", null, 1),
                        new CheckOptions(new Service("petclinic", null), WINDOW, Enforcement.OBSERVE, OnNoData.FAIL),
                        ProgressListener.NONE);
    }

    static CandidatePlan plan(Assessment assessment, SourceIndex index, int top) throws Exception {
        return plan(assessment, new EventFileEvidence(EVENTS, null), index, top);
    }

    static CandidatePlan plan(Assessment assessment, EvidenceSource source, SourceIndex index, int top)
            throws Exception {
        return new CandidateFinder(source, index, ApplicationCode.DEFAULT, OwnHosts.UNSAID).plan(assessment, top);
    }
}
