package com.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.CandidateFinder;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.evidence.files.EventFileEvidence;
import io.github.sre4j.advisor.report.CandidatePart;
import io.github.sre4j.advisor.report.CandidatesDocument;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.code.Libraries;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.source.ProductSources;
import io.github.sre4j.source.scan.SourceLayout;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.yaml.StandardYaml;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.events.EventFiles;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.error.ApplicationCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is suggested about this service, taken at its word: every sketch of the document is applied to the sources, and what comes out compiles. */
class SketchesTest {

    private static final Pattern PATCH = Pattern.compile("(?ms)^```diff\n(--- a/.*?)^```$");
    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@");

    private static CandidatePlan plan;
    private static String document;

    @BeforeAll
    static void suggest() throws Exception {
        Path main = Path.of("src/main");
        SourceLayout layout = new SourceLayout(
                Path.of(""),
                List.of(main.resolve("java")),
                List.of(main.resolve("resources")),
                List.of(),
                Libraries.of(Map.of(
                        "org.springframework.boot:spring-boot-starter-web", "3.5.6",
                        "org.hibernate.orm:hibernate-core", "6.6.29.Final",
                        "com.h2database:h2", "2.3.232")));
        SourceIndex sources = ProductSources.read(layout, null, null).index();
        Path events = Path.of("src/events");
        ServiceLevelReport report = new ServiceLevelCheck(
                        StandardYaml.read("sre-standard.yaml", Files.readAllBytes(Path.of("sre-standard.yaml"))),
                        Product.NOT_CONFIGURED,
                        Clock.systemUTC())
                .run(
                        new EventFiles(events, null),
                        new CheckOptions(
                                new Service("orders", null),
                                Window.endingAt(until(), Duration.ofSeconds(302)),
                                Enforcement.OBSERVE,
                                OnNoData.FAIL),
                        ProgressListener.NONE);
        plan = new CandidateFinder(
                        new EventFileEvidence(events, null), sources, ApplicationCode.DEFAULT, OwnHosts.UNSAID)
                .plan(report.assessment(), 20);
        document = new CandidatesDocument(Texts.of("en")).render(report.with(new CandidatePart(plan)), sources);
    }

    /** The end of the capture, as the build knows it. */
    private static Instant until() throws IOException {
        Matcher until = Pattern.compile("<until>(.*?)</until>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(until.find()).isTrue();
        return Instant.parse(until.group(1));
    }

    @Test
    void each_patch_applies_where_it_says_and_what_comes_out_compiles(@TempDir Path folder) throws IOException {
        List<String> patched = new ArrayList<>();
        for (Matcher patch = PATCH.matcher(document); patch.find(); ) {
            List<String> lines = patch.group(1).lines().toList();
            String file = lines.get(0).substring("--- a/".length());
            patched.add(file);
            Path changed = folder.resolve(patched.size() + "/" + Path.of(file).getFileName());
            Files.createDirectories(changed.getParent().resolve("classes"));
            Files.write(changed, apply(Files.readAllLines(Path.of(file)), lines.subList(2, lines.size())));
            compile(changed, changed.getParent().resolve("classes"));
        }
        assertThat(patched)
                .contains(
                        "src/main/java/com/acme/orders/order/Order.java",
                        "src/main/java/com/acme/orders/offer/OfferService.java");
    }

    @Test
    void no_other_sketch_speaks_of_java() {
        List<String> others = plan.candidates().stream()
                .map(Candidate::fix)
                .filter(fix -> fix.sketch().stream().noneMatch(line -> line.mark() == '~'))
                .flatMap(fix -> fix.sketch().stream())
                .map(line -> line.text())
                .toList();
        assertThat(others).allSatisfy(line -> assertThat(line).startsWith("create index "));
    }

    @Test
    void where_a_query_runs_once_a_row_the_loop_stands_first_and_what_is_changed_second() {
        Candidate first = plan.candidates().get(0);
        assertThat(first.places())
                .extracting(place -> place.file().replaceAll(".*/", "") + ":" + place.line())
                .startsWith("OrderHistoryService.java:23", "Order.java:39");
    }

    /** As patch programs do it: each hunk at its line, every line of context the same. */
    private static List<String> apply(List<String> file, List<String> patch) {
        List<String> changed = new ArrayList<>();
        int at = 0;
        int next = 0;
        while (next < patch.size()) {
            Matcher hunk = HUNK.matcher(patch.get(next));
            assertThat(hunk.matches()).as(patch.get(next)).isTrue();
            changed.addAll(file.subList(at, Integer.parseInt(hunk.group(1)) - 1));
            at = Integer.parseInt(hunk.group(1)) - 1;
            assertThat(changed).hasSize(Integer.parseInt(hunk.group(3)) - 1);
            int from = at;
            int to = changed.size();
            for (next++; next < patch.size() && !patch.get(next).startsWith("@@"); next++) {
                String line = patch.get(next);
                if (line.charAt(0) != '+') {
                    assertThat(line.substring(1)).isEqualTo(file.get(at++));
                }
                if (line.charAt(0) != '-') {
                    changed.add(line.substring(1));
                }
            }
            assertThat(at - from).isEqualTo(Integer.parseInt(hunk.group(2)));
            assertThat(changed.size() - to).isEqualTo(Integer.parseInt(hunk.group(4)));
        }
        changed.addAll(file.subList(at, file.size()));
        return changed;
    }

    private static void compile(Path source, Path classes) {
        String[] arguments = Stream.of(
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString())
                .toArray(String[]::new);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments);
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
}
