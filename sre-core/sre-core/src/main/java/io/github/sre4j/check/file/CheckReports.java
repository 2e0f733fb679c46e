package io.github.sre4j.check.file;

import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.html.HtmlReport;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.report.junit.JunitReport;
import io.github.sre4j.report.markdown.MarkdownReport;
import io.github.sre4j.text.LocalizedIOException;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The report files of a check. */
public final class CheckReports {

    /** The report file that other tools read. */
    public static final String JSON = "sre-report.json";

    /** The verdicts as test results. */
    public static final String JUNIT = "TEST-sre.xml";

    /** The report for pull requests. */
    public static final String MARKDOWN = "sre-report.md";

    /** The page. */
    public static final String HTML = "sre-report.html";

    private CheckReports() {}

    /**
     * Removes the files of an earlier check: if this one fails early, nothing old may look like its result.
     *
     * @throws IOException if one cannot be removed; the message says which and why
     */
    public static void removeOld(Path folder) throws IOException {
        try {
            ReportFiles.removeOld(folder, List.of(JSON, JUNIT, MARKDOWN, HTML));
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    /**
     * Writes the files.
     *
     * @throws IOException if one cannot be written; the message says where and why
     */
    public static void write(ServiceLevelReport report, Texts texts, Path folder) throws IOException {
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

    private static IOException cannotWrite(Path folder, IOException e) {
        return new LocalizedIOException(
                Message.of(CheckReports.class, "cannot-write-output", folder, Message.of(e)), e);
    }
}
