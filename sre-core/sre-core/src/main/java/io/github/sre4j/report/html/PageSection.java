package io.github.sre4j.report.html;

import io.github.sre4j.report.ServiceLevelReport;

/** A section of the page, from its heading to its end. Writes nothing if the report has nothing for it. */
@FunctionalInterface
interface PageSection {

    void write(ServiceLevelReport report, HtmlWriter html);
}
