package io.github.sre4j.alerts.migrate.query;

import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.text.Message;

/** A query string that has no certain meaning here. */
final class QueryStringException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    QueryStringException(String key, Object... arguments) {
        super(key);
        this.reason = Message.of(FindingTexts.class, key, arguments);
    }

    Message reason() {
        return reason;
    }
}
