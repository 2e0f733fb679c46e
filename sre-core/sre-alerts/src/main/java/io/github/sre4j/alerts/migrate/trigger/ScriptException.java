package io.github.sre4j.alerts.migrate.trigger;

/** A script that is outside the accepted grammar. */
final class ScriptException extends Exception {

    private static final long serialVersionUID = 1L;

    ScriptException(String token) {
        super(token);
    }
}
