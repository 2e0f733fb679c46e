package io.github.sre4j.report.markdown;

import io.github.sre4j.report.ReportPart;
import io.github.sre4j.text.Texts;
import java.util.List;

/** A report part with sections in the Markdown report, after the violations and before the next steps. */
public interface MarkdownPart extends ReportPart {

    /**
     * Returns the sections, most important first; empty if the part has nothing to show.
     *
     * @param texts language of the report
     */
    List<MarkdownSection> sections(Texts texts);

    /**
     * Returns notes for the list of notes of the report, a sentence each, escaped for Markdown.
     *
     * @param texts language of the report
     */
    List<String> notes(Texts texts);
}
