package io.github.sre4j.report.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file is not a report file that this version can read. Its message is one sentence for whoever named the file. */
public final class InvalidReportException extends IOException {

    private static final long serialVersionUID = 1L;

    InvalidReportException(String message) {
        super(message);
    }

    InvalidReportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
