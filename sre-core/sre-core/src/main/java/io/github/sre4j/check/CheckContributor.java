package io.github.sre4j.check;

import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.provider.Telemetry;
import java.io.IOException;

/** Adds a part to the report of a check, such as improvement candidates. */
@FunctionalInterface
public interface CheckContributor {

    /**
     * Returns the report with what this contributes.
     *
     * @param report the report of a check whose data was good enough for verdicts
     * @param telemetry the telemetry that was measured
     * @throws TelemetryException if that telemetry does not answer or lacks a capability: a warning, the check goes on without the part
     * @throws IOException if a file of this contributor cannot be read; its message is one sentence for people
     */
    ServiceLevelReport contribute(ServiceLevelReport report, Telemetry telemetry)
            throws TelemetryException, IOException;
}
