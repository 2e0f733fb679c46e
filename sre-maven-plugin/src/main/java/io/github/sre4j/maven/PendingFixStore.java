package io.github.sre4j.maven;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.fix.FixReview;
import io.github.sre4j.fix.FixReviewer;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.sli.Window;
import io.github.sre4j.source.git.CommitGraph;
import io.github.sre4j.source.git.GitChangeFinder;
import io.github.sre4j.telemetry.DeploymentSource;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The fixes in flight of one service: those that its baseline records, and those that checks of the default branch have written into a folder that is
 * kept between builds. A file that cannot be read or written is a warning: builds then pass only for what they carry themselves.
 */
final class PendingFixStore {

    private final Path file;
    private final GoalLog log;

    PendingFixStore(Path folder, String service, GoalLog log) {
        this.file = folder.resolve("sre-fixes-" + LastCheckStore.fileName(service) + ".json");
        this.log = log;
    }

    /**
     * The settings of a build.
     *
     * @param base a folder in the repository
     * @param baseBranch the default branch, or null to look for it
     * @param days how long a fix may be in flight
     * @param deployed when the last deployment was, as somebody wrote it, or null if only {@code deployments} may know
     * @param deployments asked if {@code deployed} is null
     * @param sources the product's source code
     */
    record Settings(
            Path base,
            @Nullable String baseBranch,
            int days,
            @Nullable String deployed,
            DeploymentSource deployments,
            Supplier<SourceIndex> sources) {

        FixReviewer book(List<PendingFix> recorded, Window window, Instant now, GoalLog log)
                throws MojoExecutionException {
            GitChangeFinder change = AbstractServiceMojo.parameter(
                    "sre.baseBranch", () -> new GitChangeFinder(base, baseBranch, window.middle()));
            Function<PendingFix, Optional<Instant>> times = times(window.to(), log);
            return AbstractServiceMojo.parameter(
                    "sre.fix.days",
                    () -> new FixReviewer(
                            recorded, change, sources, days, times, LocalDate.ofInstant(now, ZoneOffset.UTC)));
        }

        private Function<PendingFix, Optional<Instant>> times(Instant end, GoalLog log) throws MojoExecutionException {
            if (deployed == null) {
                return new DeploymentTimes(deployments, new CommitGraph(base), end, log);
            }
            try {
                Instant last = Instant.parse(deployed);
                return fix -> Optional.of(last);
            } catch (DateTimeException e) {
                throw GoalException.of("fix-no-instant", deployed);
            }
        }
    }

    /** What is recorded in the baseline, and here. Of two fixes of one SLI the one that ends first counts. */
    List<PendingFix> recorded(@Nullable Baseline baseline) {
        Stream<PendingFix> committed = baseline == null ? Stream.empty() : baseline.fixes().stream();
        return new Baseline(
                        "",
                        "",
                        List.of(),
                        Stream.concat(committed, read().stream()).toList())
                .fixes();
    }

    /** Keeps what the next check needs to know beside the baseline. */
    void keep(FixReviewer book, FixReview review, Assessment assessment, @Nullable Baseline baseline) {
        List<PendingFix> kept = book.kept(review, assessment).stream()
                .filter(fix -> baseline == null || !baseline.fixes().contains(fix))
                .toList();
        if (kept.equals(read())) {
            return;
        }
        Baseline next =
                new Baseline(assessment.standard().name(), assessment.standard().version(), List.of(), kept);
        try {
            ReportFiles.write(file, out -> out.write(BaselineFile.text(next).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            log.warn("fixes-not-kept", file, Message.of(e));
        }
    }

    private List<PendingFix> read() {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return BaselineFile.read(file).fixes();
        } catch (IOException e) {
            log.warn("fixes-unreadable", Message.of(e));
            return List.of();
        }
    }
}
