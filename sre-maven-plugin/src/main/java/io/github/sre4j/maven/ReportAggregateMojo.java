package io.github.sre4j.maven;

import io.github.sre4j.check.file.CheckReports;
import io.github.sre4j.check.file.ProductFile;
import io.github.sre4j.maven.site.PortfolioSitePage;
import io.github.sre4j.portfolio.CheckedProduct;
import io.github.sre4j.portfolio.CoverageGap;
import io.github.sre4j.portfolio.Portfolio;
import io.github.sre4j.portfolio.PortfolioPage;
import io.github.sre4j.portfolio.ReportFolder;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.sli.Durations;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Shows the services of all modules of a build on one page of the Maven site, from the report files that {@code sre:check} left in them: for the
 * root of a reactor, or for a module of its own that is built last. A module that has a service but no report is named.
 *
 * @since 0.1
 */
@Mojo(name = "report-aggregate", threadSafe = true)
public final class ReportAggregateMojo extends AbstractSiteReportMojo {

    private static final String PAGE = "sre-portfolio.html";

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.report-aggregate.skip", defaultValue = "false")
    private boolean skipAggregate;

    /**
     * How old a check may be before its numbers are called stale.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.portfolio.staleAfter", defaultValue = "8d")
    private String staleAfter = "8d";

    /** Made by Maven. */
    @Inject
    public ReportAggregateMojo(KeyFinder keys) {
        super(keys);
    }

    @Override
    String goalSkipProperty() {
        return "sre.report-aggregate.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipAggregate;
    }

    @Override
    String page() {
        return "all";
    }

    @Override
    boolean hasReport() {
        boolean any = build().getProjects().stream().anyMatch(each -> hasService(each) || Files.exists(reportOf(each)));
        if (!any) {
            tell().info("no-module", ProductFile.NAME);
        }
        return any;
    }

    @Override
    void write(Path folder, Texts texts) throws MojoExecutionException {
        Path page = folder.resolve(PAGE);
        writeFull(portfolio(), page, texts);
        getLog().info(shown(page));
    }

    @Override
    void write(Sink sink, Path folder, Texts texts) throws MojoExecutionException {
        PortfolioSitePage page = new PortfolioSitePage(texts);
        Portfolio portfolio;
        try {
            portfolio = portfolio();
        } catch (MojoExecutionException e) {
            tell().warn("no-aggregate", Message.of(e));
            page.writeMissing(texts.say(Message.of(e)), sink);
            return;
        }
        writeFull(portfolio, folder.resolve(PAGE), texts);
        page.write(portfolio, PAGE, sink);
    }

    private Portfolio portfolio() throws MojoExecutionException {
        Duration stale = parameter("sre.portfolio.staleAfter", () -> Durations.parse(staleAfter));
        List<CheckedProduct> products = new ArrayList<>();
        List<CoverageGap> gaps = new ArrayList<>();
        for (MavenProject each : build().getProjects()) {
            Path report = reportOf(each);
            if (Files.exists(report)) {
                try {
                    ReportFolder read = ReportFolder.read(base(), report.toString());
                    products.addAll(read.products());
                    gaps.addAll(read.gaps());
                } catch (IOException e) {
                    throw GoalException.of("cannot-read", report, Message.of(e));
                }
            } else if (hasService(each)) {
                gaps.add(new CoverageGap(CoverageGap.Kind.MISSING, each.getArtifactId()));
            }
        }
        return Portfolio.of(Instant.now(), stale, products, gaps, List.of(), List.of());
    }

    private static boolean hasService(MavenProject module) {
        return module.getBasedir() != null
                && Files.exists(module.getBasedir().toPath().resolve(ProductFile.NAME));
    }

    private static Path reportOf(MavenProject module) {
        return Path.of(module.getBuild().getDirectory()).resolve("sre").resolve(CheckReports.JSON);
    }

    private static void writeFull(Portfolio portfolio, Path page, Texts texts) throws MojoExecutionException {
        byte[] html = new PortfolioPage(texts).render(portfolio).getBytes(StandardCharsets.UTF_8);
        try {
            ReportFiles.write(page, out -> out.write(html));
        } catch (IOException e) {
            throw GoalException.of("cannot-write", page, Message.of(e));
        }
    }

    @Override
    public String getName(Locale language) {
        return words(language).get("aggregate.name");
    }

    @Override
    public String getDescription(Locale language) {
        return words(language).get("aggregate.description");
    }
}
