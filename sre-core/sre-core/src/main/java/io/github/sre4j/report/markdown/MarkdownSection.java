package io.github.sre4j.report.markdown;

import java.util.List;

/**
 * A section of the Markdown report; rows at its end may be left out to keep the report short. Immutable and thread-safe.
 *
 * @param before what stands before the rows, line ends included
 * @param rows the rows, each with its line end, most important first
 * @param after what stands after them
 */
public record MarkdownSection(String before, List<String> rows, String after) {

    /** Copies the list. */
    public MarkdownSection {
        rows = List.copyOf(rows);
    }

    /**
     * Returns a section under a heading of the third level.
     *
     * @param title heading, escaped for Markdown
     * @param header Markdown between heading and rows, such as the head of a table; may be empty
     * @param rows rows, each with its line end, most important first
     */
    public static MarkdownSection of(String title, String header, List<String> rows) {
        return new MarkdownSection("### " + title + "\n\n" + header, rows, "\n");
    }

    /** Returns text that is never left out. */
    static MarkdownSection of(String text) {
        return new MarkdownSection(text + "\n\n", List.of(), "");
    }

    int fixedLength() {
        return before.length() + after.length();
    }
}
