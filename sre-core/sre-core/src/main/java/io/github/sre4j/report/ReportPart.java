package io.github.sre4j.report;

/**
 * Content that another module contributes to a report, such as improvement candidates. The report keeps it and knows nothing of it.
 *
 * <p>A part implements the interfaces of those renderers in which it appears: {@link io.github.sre4j.report.console.ConsolePart}, {@link
 * io.github.sre4j.report.html.HtmlPart}, {@link io.github.sre4j.report.markdown.MarkdownPart} and {@link
 * io.github.sre4j.report.json.JsonPart}. A renderer shows the parts that implement its interface, in the order in which they were added, and
 * passes over the others.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface ReportPart {}
