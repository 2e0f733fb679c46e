package io.github.sre4j.baseline.file;

import java.io.IOException;

/** A baseline file cannot be used; the message says what is wrong, where, and what to do. */
public final class InvalidBaselineException extends IOException {

    private static final long serialVersionUID = 1L;

    InvalidBaselineException(String message) {
        super(message);
    }
}
