package io.github.sre4j.maven;

import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.ServiceList;
import io.github.sre4j.newrelic.portfolio.PublishedChecks;
import io.github.sre4j.newrelic.provider.NewRelicConnection;
import io.github.sre4j.portfolio.CheckedProduct;
import io.github.sre4j.portfolio.CoverageGap;
import io.github.sre4j.portfolio.Portfolio;
import io.github.sre4j.portfolio.PortfolioCsv;
import io.github.sre4j.portfolio.PortfolioPage;
import io.github.sre4j.portfolio.PortfolioText;
import io.github.sre4j.portfolio.ReportFolder;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.sli.Durations;
import io.github.sre4j.standard.Product;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Puts all products on one page: from the report files of their checks, or from the {@code SreCheck} events that {@code sre.publish} sends to New
 * Relic. Writes {@code sre-portfolio.html} and {@code sre-portfolio.csv}. It fails no build for what products miss.
 *
 * @since 0.1
 */
@Mojo(name = "portfolio", requiresProject = false, aggregator = true, threadSafe = true)
public final class PortfolioMojo extends AbstractServiceMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.portfolio.skip", defaultValue = "false")
    private boolean skipPortfolio;

    /**
     * The report files: a folder in which every {@code sre-report.json} counts however deep, one file, or a pattern such as {@code
     * reports/*.json}. Default: what products published to New Relic is read instead, in the account of {@code sre.account}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.portfolio.reports")
    private @Nullable String reports;

    /**
     * File with the names of products that should be there, one a line; empty lines and lines that begin with {@code #} do not count. Whoever is
     * missing is shown.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.portfolio.expected")
    private @Nullable File expected;

    /**
     * Whether services that report to New Relic without any check are shown: {@code true} or {@code false}. Default: {@code true} where checks are
     * read from New Relic.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.portfolio.coverage")
    private @Nullable Boolean coverage;

    /**
     * How old a check may be before its numbers are called stale.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.portfolio.staleAfter", defaultValue = "8d")
    private String staleAfter = "8d";

    /**
     * Where the files go. Default: {@code sre} in the build directory, or here without a project.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.outputDirectory")
    private @Nullable File outputDirectory;

    /** Made by Maven. */
    @Inject
    public PortfolioMojo(KeyFinder keys) {
        super(keys);
    }

    @Override
    String goalSkipProperty() {
        return "sre.portfolio.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipPortfolio;
    }

    @Override
    void run() throws MojoExecutionException {
        Texts texts = texts();
        Duration stale = parameter("sre.portfolio.staleAfter", () -> Durations.parse(staleAfter));
        Instant now = Instant.now();
        List<CheckedProduct> products = new ArrayList<>();
        List<CoverageGap> gaps = new ArrayList<>();
        if (reports != null) {
            ReportFolder read = reports(reports);
            products.addAll(read.products());
            gaps.addAll(read.gaps());
        } else {
            products.addAll(published(now));
        }
        Portfolio portfolio = Portfolio.of(now, stale, products, gaps, expected(), inTelemetry());
        write(portfolio, texts);
    }

    private ReportFolder reports(String location) throws MojoExecutionException {
        ReportFolder read;
        try {
            read = ReportFolder.read(base(), location);
        } catch (IOException e) {
            throw GoalException.of("sre.portfolio.reports", e);
        }
        if (read.products().isEmpty() && read.gaps().isEmpty()) {
            throw GoalException.of("no-portfolio-reports", location);
        }
        return read;
    }

    private List<CheckedProduct> published(Instant now) throws MojoExecutionException {
        if (request(Product.NOT_CONFIGURED).setting("account").isEmpty()) {
            throw GoalException.of("where-checks");
        }
        List<CheckedProduct> products = new ArrayList<>();
        long account;
        try {
            NewRelicConnection connection = newRelic(Product.NOT_CONFIGURED);
            account = connection.account().orElseThrow();
            String origin = "New Relic " + account + ": SreCheck";
            new PublishedChecks(connection.client(), account)
                    .read(now)
                    .values()
                    .forEach(checks -> products.add(CheckedProduct.of(checks, origin)));
        } catch (NerdGraphException | TelemetryException e) {
            throw GoalException.of(e);
        }
        if (products.isEmpty()) {
            throw GoalException.of("no-published-checks", Long.toString(account), PublishedChecks.WEEKS);
        }
        return products;
    }

    private List<String> inTelemetry() throws MojoExecutionException {
        if (!(coverage != null ? coverage : reports == null)) {
            return List.of();
        }
        try {
            NewRelicConnection connection = newRelic(Product.NOT_CONFIGURED);
            return List.copyOf(new ServiceList(connection.client()).reporting(connection.account()));
        } catch (NerdGraphException | TelemetryException e) {
            throw GoalException.of(e);
        }
    }

    private List<String> expected() throws MojoExecutionException {
        if (expected == null) {
            return List.of();
        }
        try {
            return Files.readAllLines(expected.toPath(), StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw GoalException.of("expected-unreadable", expected);
        }
    }

    private void write(Portfolio portfolio, Texts texts) throws MojoExecutionException {
        Path page = output().resolve("sre-portfolio.html");
        Path table = output().resolve("sre-portfolio.csv");
        byte[] html = new PortfolioPage(texts).render(portfolio).getBytes(StandardCharsets.UTF_8);
        byte[] csv = PortfolioCsv.render(portfolio).getBytes(StandardCharsets.UTF_8);
        try {
            ReportFiles.write(page, out -> out.write(html));
            ReportFiles.write(table, out -> out.write(csv));
        } catch (IOException e) {
            throw GoalException.of("cannot-write", output(), Message.of(e));
        }
        new PortfolioText(texts).lines(portfolio).forEach(getLog()::info);
        getLog().info(shown(page));
    }

    private Path output() {
        if (outputDirectory != null) {
            return outputDirectory.toPath();
        }
        return module().getFile() == null
                ? base()
                : Path.of(module().getBuild().getDirectory()).resolve("sre");
    }
}
