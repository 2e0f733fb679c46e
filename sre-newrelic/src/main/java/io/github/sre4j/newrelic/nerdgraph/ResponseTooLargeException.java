package io.github.sre4j.newrelic.nerdgraph;

import java.io.IOException;

/** An answer is larger than any that NerdGraph gives to our queries. */
final class ResponseTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    ResponseTooLargeException(long bytes) {
        super("more than " + bytes + " bytes");
    }
}
