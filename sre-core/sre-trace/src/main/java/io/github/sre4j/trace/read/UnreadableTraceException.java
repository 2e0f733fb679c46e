package io.github.sre4j.trace.read;

import io.github.sre4j.text.LocalizedFailure;
import io.github.sre4j.text.Message;

/** A file that cannot be read as a trace. The message says what is wrong, where, and what is allowed. */
public final class UnreadableTraceException extends RuntimeException implements LocalizedFailure {

    private static final long serialVersionUID = 1L;

    private final transient Message said;

    UnreadableTraceException(Message said) {
        super(said.english());
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }

    static UnreadableTraceException at(String format, String file, int line, String why) {
        String reason = why.length() > 160 ? why.substring(0, 160) + "…" : why;
        return new UnreadableTraceException(
                Message.of(UnreadableTraceException.class, "broken", format, file, Integer.toString(line), reason));
    }

    /** For traces of a make that is not read. */
    static UnreadableTraceException foreign(String file, String make) {
        return new UnreadableTraceException(Message.of(UnreadableTraceException.class, "foreign", file, make));
    }
}
