package io.github.sre4j.report.json;

import io.github.sre4j.report.ReportPart;
import io.github.sre4j.report.ServiceLevelReport;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report part with fields in the report file. The schema of the file names them. */
public interface JsonPart extends ReportPart {

    /**
     * Returns the fields of this part at the root of the file, in the order in which they are written.
     *
     * @param report report that holds the part
     * @return values by name: maps of the same kind, lists, strings, booleans, numbers ({@link Integer}, {@link Long}, {@link Double}, {@link
     *     java.math.BigDecimal}) and null
     */
    Map<String, @Nullable Object> fields(ServiceLevelReport report);
}
