package io.github.sre4j.trace.read;

/** A file that cannot be read as a trace. The message says what is wrong, where, and what is allowed. */
public final class UnreadableTraceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableTraceException(String message) {
        super(message);
    }

    static UnreadableTraceException at(String what, int line, String why) {
        String reason = why.length() > 160 ? why.substring(0, 160) + "…" : why;
        return new UnreadableTraceException("The " + what + " is broken at line " + line + ": " + reason);
    }
}
