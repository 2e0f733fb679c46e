package io.github.sre4j.maven;

import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.html.HtmlReport;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.report.junit.JunitReport;
import io.github.sre4j.report.markdown.MarkdownReport;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Writes the files of a check. */
final class ReportWriter {

    static final String JSON = "sre-report.json";
    static final String JUNIT = "TEST-sre.xml";
    static final String MARKDOWN = "sre-report.md";
    static final String HTML = "sre-report.html";

    private ReportWriter() {}

    /** Removes the files of an earlier check: if this one fails early, nothing old may look like its result. */
    static void removeOld(Path folder) throws MojoExecutionException {
        try {
            ReportFiles.removeOld(folder, List.of(JSON, JUNIT, MARKDOWN, HTML));
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    static void write(ServiceLevelReport report, Texts texts, Path folder) throws MojoExecutionException {
        try {
            ReportFiles.write(folder.resolve(JSON), out -> JsonReport.write(report, out));
            ReportFiles.write(folder.resolve(JUNIT), out -> new JunitReport(texts).write(report, out));
            ReportFiles.write(
                    folder.resolve(MARKDOWN),
                    out -> out.write(new MarkdownReport(texts).render(report).getBytes(StandardCharsets.UTF_8)));
            ReportFiles.write(
                    folder.resolve(HTML),
                    out -> out.write(new HtmlReport(texts).render(report).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    private static MojoExecutionException cannotWrite(Path folder, IOException e) {
        return GoalException.of("cannot-write-output", folder, Message.of(e));
    }
}
