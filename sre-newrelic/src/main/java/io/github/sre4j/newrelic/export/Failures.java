package io.github.sre4j.newrelic.export;

import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import java.io.IOException;

/** What keeps an export from going on, as one sentence. */
final class Failures {

    private Failures() {}

    static TelemetryException newRelic(NerdGraphException e, String andThen) {
        return new TelemetryException(
                e.needsRepair() ? Kind.MISCONFIGURED : Kind.UNREACHABLE, e.getMessage() + andThen, e);
    }

    static TelemetryException disk(IOException e, ExportFolder folder) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new TelemetryException(
                Kind.UNREADABLE,
                "the export cannot be written to '" + folder + "': " + why
                        + "; repair that and repeat the command, and it goes on where it stopped",
                e);
    }

    static TelemetryException wrong(String message) {
        return new TelemetryException(Kind.MISCONFIGURED, message);
    }
}
