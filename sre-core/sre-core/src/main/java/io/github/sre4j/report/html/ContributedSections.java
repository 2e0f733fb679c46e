package io.github.sre4j.report.html;

import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.text.Texts;

/** The sections that parts of the report contribute. */
record ContributedSections(Texts texts) implements PageSection {

    @Override
    public void write(ServiceLevelReport report, HtmlWriter html) {
        report.parts(HtmlPart.class).forEach(part -> part.writeTo(html, texts));
    }
}
