package io.github.sre4j.maven;

import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.check.file.KnownViolations;
import io.github.sre4j.check.file.ProductFile;
import io.github.sre4j.check.file.StandardFile;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.maven.Setting.Origin;
import io.github.sre4j.maven.gate.BuildCache;
import io.github.sre4j.sli.Window;
import io.github.sre4j.source.ProductSources;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals share that are about a product: its module and sources, its own file, what it is held against, and for how long. */
abstract class AbstractProductMojo extends AbstractSreMojo {

    /**
     * The product's own file. It may be missing.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.config", defaultValue = "${project.basedir}/sre.yaml")
    private @Nullable File config;

    /**
     * The standard: {@code default} for the one built in, a file, or a resource on the plugin's class path.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.standard", defaultValue = "default")
    private String standard = "default";

    /**
     * How far the check looks back, such as {@code 7d}, {@code 12h} or {@code PT12H}. Default: the standard's window.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.window")
    private @Nullable String window;

    /**
     * The end of the window, such as {@code 2026-11-22T09:00:00Z}. Default: when the build began.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.until")
    private @Nullable String until;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private @Nullable MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private @Nullable MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private @Nullable MojoExecution execution;

    private @Nullable ProductSources productSources;

    /** The module under build; outside a project, what Maven makes up for it. */
    final MavenProject module() {
        return Objects.requireNonNull(project);
    }

    final MavenSession build() {
        return Objects.requireNonNull(session);
    }

    /** The module's folder; outside a project, where the command was typed. */
    final Path base() {
        File folder = module().getBasedir();
        return folder != null ? folder.toPath() : Path.of(build().getExecutionRootDirectory());
    }

    /** The product's own file, which may be missing. */
    final Path productFile() {
        // Without a project Maven leaves the expression of the default as it is.
        return config != null && !config.getPath().contains("${project.basedir}")
                ? config.toPath()
                : base().resolve(ProductFile.NAME);
    }

    final Product product(Instant now, Standard held) throws MojoExecutionException {
        return found(() -> ProductFile.find(productFile(), LocalDate.ofInstant(now, ZoneOffset.UTC), held));
    }

    /** What the build calls its standard. */
    final String standardName() {
        return standard;
    }

    final Standard standard() throws MojoExecutionException {
        return found(() -> StandardFile.find(standard, base()));
    }

    /** The violations known before; null if the product has no baseline. */
    final @Nullable Baseline knownViolations(@Nullable File given) throws MojoExecutionException {
        Path file = given == null ? base().resolve(BaselineFile.NAME) : given.toPath();
        return found(() -> Optional.ofNullable(KnownViolations.find(file))).orElse(null);
    }

    /** Reads a file of the product; what is wrong with it becomes a failure of the goal. */
    private static <T> T found(Supplier<T> reader) throws MojoExecutionException {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw GoalException.of(e);
        }
    }

    /** Returns {@code sre.until} as given, or null. */
    final @Nullable String untilParameter() {
        return until;
    }

    final Window window(Standard held, Instant now) throws MojoExecutionException {
        return window(held.window(), now);
    }

    /**
     * The window that is asked for, or one of that length. One that ends now ends when the build began, for all its modules alike: so they are
     * comparable, and what two of them ask is the same and asked once.
     */
    final Window window(Duration usual, Instant now) throws MojoExecutionException {
        Instant start = build().getStartTime().toInstant();
        return WindowParameters.window(window, until, usual, start.isBefore(now) ? start : now);
    }

    /** Whether the window ends when the build begins, because nothing else was said. */
    final boolean endsNow() {
        return until == null;
    }

    /** What Maven runs: the goal as the build binds it, or as somebody typed it. */
    final MojoExecution execution() {
        return Objects.requireNonNull(execution);
    }

    /** The product's source. The one place where goals get it from. */
    final SourceIndex sources() {
        return productSources().index();
    }

    /** The same with what whoever reads places in it should know; read when first asked for. */
    final ProductSources productSources() {
        if (productSources == null) {
            productSources = readSources();
        }
        return productSources;
    }

    private ProductSources readSources() {
        if (module().getBasedir() == null) {
            return ProductSources.NONE;
        }
        try {
            Path output = Path.of(module().getBuild().getDirectory()).resolve("sre");
            Path repository = Path.of(build().getLocalRepository().getBasedir());
            return ProductSources.read(
                    ReactorLayout.of(module(), build().getProjects(), repository),
                    output.resolve(ProductSources.CACHE),
                    null);
        } catch (OutOfMemoryError e) {
            tell().warn("no-places.memory", Runtime.getRuntime().maxMemory() >> 20);
            return ProductSources.NONE;
        } catch (RuntimeException | StackOverflowError e) {
            // No goal is the worse for not knowing places.
            getLog().debug(e);
            tell().warn("no-places", e);
            return ProductSources.NONE;
        }
    }

    /** Where a setting of a goal comes from. */
    final Origin origin(String property, boolean given, boolean inProductFile) {
        if (build().getUserProperties().containsKey(property)) {
            return Origin.COMMAND_LINE;
        }
        return given ? Origin.POM : inProductFile ? Origin.PRODUCT_FILE : Origin.DEFAULT;
    }

    /** What the product is held against and for how long, with the origins of both. */
    final List<Setting> heldAgainst(Standard held, Window checked) {
        return List.of(
                new Setting(
                        "standard",
                        held.name() + " " + held.version(),
                        origin("sre.standard", !standard.equals("default"), false)),
                new Setting(
                        "window",
                        checked.from() + " – " + checked.to(),
                        window != null || until != null
                                ? origin(window != null ? "sre.window" : "sre.until", true, false)
                                : Origin.STANDARD));
    }

    /** A path as people find it: relative to where they typed the command. */
    final String shown(Path file) {
        Path here =
                Path.of(build().getExecutionRootDirectory()).toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }

    /** Returns the build cache of this build, if it skips {@code sre:check} where nothing has changed. */
    final Optional<BuildCache> skippingCache() {
        return Optional.ofNullable(build().getRequest().getMultiModuleProjectDirectory())
                .map(File::toPath)
                .flatMap(BuildCache::find)
                .filter(cache -> !cache.runsCheckAlways());
    }

    /** Warns of a build cache that skips {@code sre:check}, with the lines that prevent it. */
    final void warnOfBuildCache() {
        skippingCache().ifPresent(cache -> {
            tell().warn("build-cache", shown(cache.declaration()), shown(cache.config()));
            BuildCache.configuration().forEach(getLog()::info);
        });
    }
}
