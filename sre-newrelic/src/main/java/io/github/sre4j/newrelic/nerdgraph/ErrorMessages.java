package io.github.sre4j.newrelic.nerdgraph;

import io.github.sre4j.text.Message;

/** Sentences that say what to do, wherever the same trouble shows. */
final class ErrorMessages {

    private ErrorMessages() {}

    static Message badKey() {
        return Message.of(NerdGraphException.class, "bad-key");
    }

    static Message noAccess() {
        return Message.of(NerdGraphException.class, "no-access");
    }

    static Message rateLimited() {
        return Message.of(NerdGraphException.class, "rate-limited");
    }
}
