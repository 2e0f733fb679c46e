package io.github.sre4j.newrelic.export;

import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;

/** What keeps an export from going on, as one sentence. */
final class Failures {

    private Failures() {}

    static TelemetryException newRelic(NerdGraphException e, String andThen) {
        return new TelemetryException(
                e.needsRepair() ? Kind.MISCONFIGURED : Kind.UNREACHABLE, e.getMessage() + andThen, e);
    }

    static TelemetryException disk(IOException e, ExportFolder folder) {
        return new TelemetryException(
                Kind.UNREADABLE,
                "the export cannot be written to '" + folder + "': " + why(e)
                        + "; repair that and repeat the command, and it goes on where it stopped",
                e);
    }

    /** The exceptions of the file system say the path and leave what is wrong with it to their names. */
    private static String why(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return message + " is not a folder";
        }
        if (e instanceof AccessDeniedException) {
            return message + " may not be written";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : message;
    }

    static TelemetryException wrong(String message) {
        return new TelemetryException(Kind.MISCONFIGURED, message);
    }
}
