package io.github.sre4j.newrelic.export;

import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;

/** What keeps an export from going on, as one sentence. */
final class Failures {

    private Failures() {}

    static TelemetryException newRelic(NerdGraphException e, Message said) {
        return new TelemetryException(e.needsRepair() ? Kind.MISCONFIGURED : Kind.UNREACHABLE, said, e);
    }

    static TelemetryException disk(IOException e, ExportFolder folder) {
        return new TelemetryException(Kind.UNREADABLE, Message.of(Exporter.class, "failure.disk", folder, why(e)), e);
    }

    /** The exceptions of the file system say the path and leave what is wrong with it to their names. */
    private static Message why(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return Message.of(Exporter.class, "failure.no-folder", message);
        }
        if (e instanceof AccessDeniedException) {
            return Message.of(Exporter.class, "failure.read-only", message);
        }
        return Message.plain(e.getMessage() == null ? e.getClass().getSimpleName() : message);
    }

    static TelemetryException wrong(Message message) {
        return new TelemetryException(Kind.MISCONFIGURED, message);
    }
}
