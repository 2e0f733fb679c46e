package io.github.sre4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.check.state.FixSettings;
import io.github.sre4j.check.state.PendingFixStore;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.fix.FixReviewer;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.source.git.GitVersionControl;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.Deployment;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.LatencySummary;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a repository to a build that passes: Git, sources, the check, and what is kept for the next build. */
class PendingFixStoreTest {

    private static final EndpointName ORDERS = new EndpointName("WebTransaction/SpringController/orders (GET)");
    private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");
    private static final String FILE = "src/Orders.java";

    @TempDir
    private Path folder;

    private final List<Deployment> deployments = new ArrayList<>();
    private Path repository;

    @BeforeEach
    void a_product_with_a_slow_endpoint() throws Exception {
        repository = Files.createDirectories(folder.resolve("shop"));
        git(0, "init", "--quiet", "--initial-branch=main");
        write("slow();", "other();");
        commit(-30);
    }

    @Test
    void a_miss_fails_the_build_of_a_change_elsewhere_and_passes_in_the_one_that_touches_its_handler()
            throws Exception {
        git(0, "checkout", "--quiet", "-b", "feature");
        write("slow();", "another();");
        commit(-1);
        assertThat(check(0, null).gate().passed()).isFalse();
        git(0, "checkout", "--quiet", "-b", "fix", "main");
        write("fast();", "other();");
        commit(-1);
        assertThat(check(0, null).gate().passed()).isTrue();
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void on_the_default_branch_the_fix_is_kept_for_the_builds_after_it_until_its_deadline() throws Exception {
        write("fast();", "other();");
        commit(-1);
        ServiceLevelReport merged = check(0, null);
        assertThat(merged.gate().passed()).isTrue();
        assertThat(folder.resolve("cache/sre-fixes-shop.json")).content().contains("\"until\":\"2026-12-06\"");
        write("fast();", "another();");
        commit(9);
        assertThat(check(10, null).gate().passed()).isTrue();
        assertThat(check(14, null).gate().passed()).isTrue();
        assertThat(check(15, null).gate().passed()).isFalse();
    }

    @Test
    void it_ends_when_enough_traffic_since_the_deployment_shows_no_change() throws Exception {
        write("fast();", "other();");
        commit(-1);
        assertThat(check(0, null).gate().passed()).isTrue();
        assertThat(check(3, DAY.plus(Duration.ofDays(1)).toString()).gate().passed())
                .isFalse();
        assertThat(check(4, null).gate().passed()).isFalse();
    }

    @Test
    void a_deployment_in_telemetry_whose_commit_holds_the_fix_is_its_deployment() throws Exception {
        write("fast();", "other();");
        String fix = commit(-1);
        assertThat(check(0, null).gate().passed()).isTrue();
        Instant later = DAY.plus(Duration.ofDays(1));
        for (String other : List.of("HEAD", "--version", "0123456789", fix.substring(0, 9) + "\n")) {
            deployments.add(new Deployment(later, other));
        }
        deployments.add(new Deployment(later, null));
        assertThat(check(2, null).gate().passed()).isTrue();
        write("fast();", "another();");
        deployments.add(new Deployment(later, commit(1)));
        assertThat(check(3, null).gate().passed()).isFalse();
    }

    @Test
    void what_broke_the_endpoint_does_not_pass_as_its_fix() throws Exception {
        write("slower();", "other();");
        commit(-5);
        assertThat(check(0, null).gate().passed()).isFalse();
    }

    @Test
    void without_a_folder_that_is_kept_builds_pass_for_half_a_window() throws Exception {
        write("fast();", "other();");
        commit(0);
        assertThat(check(1, null).gate().passed()).isTrue();
        Files.delete(folder.resolve("cache/sre-fixes-shop.json"));
        write("fast();", "another();");
        commit(2);
        assertThat(check(3, null).gate().passed()).isTrue();
        Files.delete(folder.resolve("cache/sre-fixes-shop.json"));
        assertThat(check(4, null).gate().passed()).isFalse();
    }

    /** A build on that day, with what the one before has kept. */
    private ServiceLevelReport check(int day, @Nullable String deployed) throws Exception {
        Instant now = DAY.plus(Duration.ofDays(day));
        Window window = Window.endingAt(now, Duration.ofDays(7));
        PendingFixStore fixes = new PendingFixStore(folder.resolve("cache"), "shop", warning -> {});
        Baseline baseline = new Baseline("default", "1", List.of());
        FixReviewer book = new FixSettings(
                        new GitVersionControl(repository, null),
                        14,
                        deployed == null ? null : Instant.parse(deployed),
                        () -> new Lines(repository.resolve(FILE)))
                .reviewer(fixes.recorded(baseline), window, now, asked -> deployments, failure -> {});
        CheckOptions options = new CheckOptions(
                new Service("shop", null), window, Enforcement.RATCHET, OnNoData.FAIL, baseline, null, book);
        ServiceLevelReport report = new ServiceLevelCheck(
                        DefaultStandard.get(), Product.NOT_CONFIGURED, Clock.fixed(now, ZoneOffset.UTC))
                .run(new Slow(), options, ProgressListener.NONE);
        fixes.save(book, report.gate().fixes(), report.assessment(), baseline);
        return report;
    }

    private void write(String handler, String other) throws IOException {
        Files.createDirectories(repository.resolve("src"));
        Files.writeString(
                repository.resolve(FILE),
                "void orders() {\n  " + handler + "\n}\nvoid stock() {\n  " + other + "\n}\n");
    }

    private String commit(int day) throws Exception {
        git(day, "add", "--all");
        git(day, "commit", "--quiet", "--message", "any");
        return git(day, "rev-parse", "HEAD").strip();
    }

    private String git(int day, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(repository.toFile()).redirectErrorStream(true);
        String date = DAY.plus(Duration.ofDays(day)).toString();
        builder.environment().put("GIT_COMMITTER_DATE", date);
        builder.environment().put("GIT_AUTHOR_DATE", date);
        Process git = builder.start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(output).isZero();
        return output;
    }

    /** Of an endpoint 15% of whose requests are slow, always. */
    private static final class Slow implements TelemetrySource {

        @Override
        public Message description() {
            return Message.plain("a test");
        }

        @Override
        public Measurements measure(MeasurementPlan plan, ProgressListener progress) {
            Duration some = Duration.ofMillis(900);
            Counts half = new Counts(2_000, 300, 0);
            return new Measurements(
                    new SourceReport(
                            "test",
                            Message.plain("a test"),
                            4_000,
                            0,
                            plan.window(),
                            Rejections.NONE,
                            new Sampling.Unknown(),
                            List.of()),
                    List.of(new EndpointMeasurement(
                            ORDERS,
                            half.plus(half),
                            half,
                            half,
                            List.of(),
                            Duration.ofSeconds(400),
                            4_000,
                            new LatencySummary(some, some, some, some, some, 0))));
        }
    }

    /** Finds the one handler in the one file. */
    private record Lines(Path file) implements SourceIndex {

        @Override
        public List<SourceLocation> handlers(EndpointName endpoint) {
            try {
                int line = Files.readAllLines(file).indexOf("void orders() {") + 1;
                return endpoint.equals(ORDERS)
                        ? List.of(new SourceLocation(
                                FILE, line, line, line + 2, "Orders", "orders", 1, SourceRule.ROUTE, Map.of(), null))
                        : List.of();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
