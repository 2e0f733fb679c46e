package io.github.sre4j.report.html;

import io.github.sre4j.report.ServiceLevelReport;

/** A part of the page, from its heading to its end. Writes nothing where the report has nothing for it. */
@FunctionalInterface
interface Part {

    void write(ServiceLevelReport report, HtmlWriter html);
}
