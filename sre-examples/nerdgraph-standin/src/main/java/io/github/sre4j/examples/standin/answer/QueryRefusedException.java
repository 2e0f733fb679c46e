package io.github.sre4j.examples.standin.answer;

/** A query that is NRQL but cannot be answered; the message is for the one who asked. */
public final class QueryRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueryRefusedException(String message) {
        super(message);
    }
}
