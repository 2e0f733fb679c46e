package io.github.sre4j.report.json;

import io.github.sre4j.text.LocalizedFailure;
import io.github.sre4j.text.Message;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file is not a report file that this version can read. Its message is one sentence for whoever named the file. */
public final class InvalidReportException extends IOException implements LocalizedFailure {

    private static final long serialVersionUID = 1L;

    private final transient Message said;

    InvalidReportException(Message said) {
        this(said, null);
    }

    InvalidReportException(Message said, @Nullable Throwable cause) {
        super(said.english(), cause);
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
