package io.github.sre4j.telemetry.http;

import io.github.sre4j.text.LocalizedFailure;
import io.github.sre4j.text.Message;
import java.net.http.HttpTimeoutException;

/** An answer that did not begin, or did not end, within its time limits. */
public final class ResponseTimeoutException extends HttpTimeoutException implements LocalizedFailure {

    private static final long serialVersionUID = 1L;

    private final transient Message said;

    ResponseTimeoutException(Message said) {
        super(said.english());
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
