package io.github.sre4j.baseline.file;

import io.github.sre4j.text.LocalizedFailure;
import io.github.sre4j.text.Message;
import java.io.IOException;

/** A baseline file cannot be used; the message says what is wrong, where, and what to do. */
public final class InvalidBaselineException extends IOException implements LocalizedFailure {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient Message what;
    private final transient Message said;

    InvalidBaselineException(String file, int line, Message what) {
        this(line, what, Message.of(InvalidBaselineException.class, "placed", file + ":" + line, what));
    }

    private InvalidBaselineException(int line, Message what, Message said) {
        super(said.english());
        this.line = line;
        this.what = what;
        this.said = said;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** What is wrong and what to do, without where. */
    public Message what() {
        return what;
    }

    @Override
    public Message said() {
        return said;
    }
}
