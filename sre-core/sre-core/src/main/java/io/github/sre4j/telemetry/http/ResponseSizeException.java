package io.github.sre4j.telemetry.http;

import io.github.sre4j.text.LocalizedFailure;
import io.github.sre4j.text.Message;
import java.io.IOException;

/** An answer that is larger than its limit. */
public final class ResponseSizeException extends IOException implements LocalizedFailure {

    private static final long serialVersionUID = 1L;

    private final long maxBytes;

    ResponseSizeException(long maxBytes) {
        super(message(maxBytes).english());
        this.maxBytes = maxBytes;
    }

    /** Returns the limit in bytes. */
    public long maxBytes() {
        return maxBytes;
    }

    @Override
    public Message said() {
        return message(maxBytes);
    }

    private static Message message(long maxBytes) {
        return Message.of(ResponseSizeException.class, "too-large", maxBytes);
    }
}
