package io.github.sre4j.alerts.migrate.finding;

import io.github.sre4j.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Statement on one part of a monitor.
 *
 * @param verdict fidelity of this part; {@link Verdict#EXACT} for a part whose loss changes nothing
 * @param clause the part as the monitor has it
 * @param text fact or difference
 * @param question question to the owner, or null
 */
public record Finding(
        Verdict verdict,
        String clause,
        Message text,
        @Nullable Question question) {

    /** Returns a part that is translated exactly, or without effect. */
    public static Finding exact(String clause, Message text) {
        return new Finding(Verdict.EXACT, clause, text, null);
    }

    /** Returns a difference. */
    public static Finding approximate(String clause, Message text) {
        return new Finding(Verdict.APPROXIMATE, clause, text, null);
    }

    /** Returns a question. */
    public static Finding ask(String clause, Message text, Question question) {
        return new Finding(Verdict.ASK, clause, text, question);
    }

    /** Returns a part without translation. */
    public static Finding refused(String clause, Message text) {
        return new Finding(Verdict.REFUSED, clause, text, null);
    }
}
