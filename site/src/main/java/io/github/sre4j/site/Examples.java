package io.github.sre4j.site;

import io.github.sre4j.advisor.CandidateFinder;
import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.evidence.files.EventFileEvidence;
import io.github.sre4j.advisor.report.CandidatePart;
import io.github.sre4j.advisor.report.CandidatesDocument;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.history.Trend;
import io.github.sre4j.portfolio.CheckedProduct;
import io.github.sre4j.portfolio.Portfolio;
import io.github.sre4j.portfolio.PortfolioPage;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.console.ConsoleLine;
import io.github.sre4j.report.console.ConsoleSummary;
import io.github.sre4j.report.html.HtmlReport;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.yaml.StandardYaml;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.events.EventFiles;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.error.ApplicationCode;
import io.github.sre4j.trace.read.TraceFiles;
import io.github.sre4j.trace.render.HtmlStory;
import io.github.sre4j.trace.story.TraceAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reports of the examples, made by the library from their events. */
final class Examples {

    private static final Instant END = Instant.parse("2026-11-22T08:26:30Z");

    private final Path root;
    private final ServiceLevelReport petclinic;

    Examples(Path root) throws Exception {
        this.root = root;
        Path example = root.resolve("sre-examples/petclinic-check");
        Path file = example.resolve("sre-standard.yaml");
        Standard standard =
                StandardYaml.read("sre-standard.yaml", Files.readAllBytes(file), other -> DefaultStandard.get());
        Clock clock = Clock.fixed(END.plus(Duration.ofMinutes(5)), ZoneOffset.UTC);
        ServiceLevelReport checked = new ServiceLevelCheck(standard, Product.NOT_CONFIGURED, clock)
                .run(
                        new EventFiles(
                                example.resolve("src/events"), "sre-examples/petclinic-check/src/events", null, 2),
                        new CheckOptions(
                                new Service("petclinic", null),
                                Window.endingAt(END, Duration.ofMinutes(10)),
                                Enforcement.OBSERVE,
                                OnNoData.FAIL),
                        ProgressListener.NONE);
        EvidenceSource evidence = new EventFileEvidence(example.resolve("src/events"), null);
        petclinic = checked.with(new CandidatePart(
                new CandidateFinder(evidence, SourceIndex.NONE, ApplicationCode.DEFAULT, OwnHosts.UNSAID)
                        .plan(checked.assessment(), 3)));
    }

    /** What sre:suggest writes; places in the code are not known here, since petclinic's sources are not. */
    String candidates(String language) {
        return new CandidatesDocument(Texts.of(language)).render(petclinic, SourceIndex.NONE);
    }

    /** The story of one request of the orders example, the one that the first page tells readers to ask for. */
    String story(String language) throws IOException {
        TraceData trace = TraceFiles.read(root.resolve("sre-examples/orders/src/events"))
                .trace("01aa49924428b0243ee6c606e7a77592");
        return HtmlStory.of(TraceAnalyzer.DEFAULT.read(trace), Texts.of(language));
    }

    String page(String language) {
        return new HtmlReport(Texts.of(language)).render(petclinic);
    }

    List<ConsoleLine> console(String language) {
        return new ConsoleSummary(Texts.of(language))
                .lines(petclinic, "sre-examples/petclinic-check/target/sre/sre-report.html");
    }

    /** A company that does not exist, of the size this is made for; the page says so by the names. */
    String portfolio(String language) {
        List<CheckedProduct> products = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            int missed = Math.max(0, i * 7 % 13 - 6);
            int endpoints = 9 + i * 11 % 40 + missed;
            List<Trend.Week> weeks = new ArrayList<>();
            for (int week = 8; week >= 0; week--) {
                weeks.add(new Trend.Week(
                        LocalDate.of(2026, 11, 16).minusWeeks(week), missed + week * missed / 5, missed * 40.0 + week));
            }
            products.add(new CheckedProduct(
                    new CheckSummary(
                            END.minus(Duration.ofHours(i * 5L % 90)),
                            "example-" + i,
                            "acme 3",
                            endpoints,
                            endpoints - missed - 1,
                            missed,
                            1,
                            0,
                            missed * 40.0,
                            true,
                            null),
                    "example-" + i + "/target/sre/sre-report.json",
                    weeks,
                    List.of(),
                    List.of(),
                    List.of()));
        }
        return new PortfolioPage(Texts.of(language))
                .render(Portfolio.of(
                        END, Duration.ofDays(8), products, List.of(), List.of("example-31"), List.of("example-batch")));
    }
}
