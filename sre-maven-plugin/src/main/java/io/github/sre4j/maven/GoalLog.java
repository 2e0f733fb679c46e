package io.github.sre4j.maven;

import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import org.apache.maven.plugin.logging.Log;

/** A goal's log, in the goal's language. */
final class GoalLog {

    private final Log log;
    private final Texts language;

    GoalLog(Log log, Texts language) {
        this.log = log;
        this.language = language;
    }

    void info(String key, Object... arguments) {
        log.info(said(key, arguments));
    }

    void warn(String key, Object... arguments) {
        log.warn(said(key, arguments));
    }

    void info(Message message) {
        log.info(language.say(message));
    }

    void warn(Message message) {
        log.warn(language.say(message));
    }

    /** For whoever asks with {@code -X}. */
    void debug(Throwable details) {
        log.debug(details);
    }

    private String said(String key, Object... arguments) {
        return language.say(Message.of(GoalLog.class, key, arguments));
    }
}
