package io.github.sre4j.maven;

import io.github.sre4j.maven.site.ServiceLevelPage;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.SinkFactory;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenMultiPageReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * What our reports share as pages of a Maven site. They need no reporting framework: a page goes through the sink that the site plugin gives,
 * beside it lies a page of our own. A report never breaks a site.
 */
abstract class AbstractSiteReportMojo extends AbstractServiceMojo implements MavenMultiPageReport {

    /** The folder of our pages in the site. */
    private static final String FOLDER = "sre";

    /**
     * Where the site goes.
     *
     * @since 0.1
     */
    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true, required = true)
    private @Nullable File siteDirectory;

    /**
     * Where the page goes if the goal is run by itself.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.outputDirectory", defaultValue = "${project.build.directory}/sre")
    private @Nullable File outputDirectory;

    AbstractSiteReportMojo(KeyFinder keys) {
        super(keys);
    }

    /** The name of the page, without its ending. */
    abstract String page();

    /** Whether this module has anything to report; says why not. */
    abstract boolean hasReport() throws MojoExecutionException;

    /** Writes the page of the site, and the page of our own beside it. */
    abstract void write(Sink sink, Path folder, Texts texts) throws MojoExecutionException;

    /** Writes the page of our own. */
    abstract void write(Path folder, Texts texts) throws MojoExecutionException;

    /** The words of this module in that language. */
    static Texts words(Locale language) {
        return Texts.in(language).of(ServiceLevelPage.class);
    }

    @Override
    final void run() throws MojoExecutionException {
        Texts texts = texts();
        if (hasReport()) {
            write(Objects.requireNonNull(outputDirectory).toPath(), texts);
        }
    }

    @Override
    public void generate(Sink sink, SinkFactory sinkFactory, Locale language) throws MavenReportException {
        generate(sink, language);
    }

    @Override
    public void generate(Sink sink, Locale language) throws MavenReportException {
        try {
            write(sink, getReportOutputDirectory().toPath().resolve(FOLDER), Texts.in(language));
        } catch (MojoExecutionException e) {
            throw new MavenReportException(Texts.in(language).say(Message.of(e)), e);
        }
    }

    /** What site plugins of the Doxia 1 generation ask. */
    @Override
    @SuppressWarnings("deprecation")
    public String getOutputName() {
        return getOutputPath();
    }

    @Override
    public String getOutputPath() {
        return FOLDER + "/" + page();
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        siteDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return Objects.requireNonNull(siteDirectory);
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }

    @Override
    public boolean canGenerateReport() {
        if (skipsAll() || skipsThisGoal()) {
            tell().info("report-switched-off");
            return false;
        }
        try {
            return hasReport();
        } catch (MojoExecutionException e) {
            tell().info("no-report", Message.of(e));
            return false;
        }
    }
}
