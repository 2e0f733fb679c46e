package io.github.sre4j.report.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.report.ReportPart;
import io.github.sre4j.report.ServiceLevelReport;

/** A report part with fields in the report file. The schema of the file names them. */
public interface JsonPart extends ReportPart {

    /**
     * Sets the fields of this part.
     *
     * @param root root of the file; creates the nodes of the part
     * @param report report that holds the part
     */
    void addTo(ObjectNode root, ServiceLevelReport report);
}
