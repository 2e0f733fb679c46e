package io.github.sre4j.report.html;

import io.github.sre4j.report.ReportPart;
import io.github.sre4j.text.Texts;

/** A report part with a section on the page, after the summary and before the violations. */
public interface HtmlPart extends ReportPart {

    /**
     * Writes the section, from its heading to its end; nothing if the part has nothing to show.
     *
     * @param html writer inside the main element; every element opened must be closed
     * @param texts language of the page
     */
    void writeTo(HtmlWriter html, Texts texts);
}
