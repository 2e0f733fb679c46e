package io.github.sre4j.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an error began, and what became of it. Texts are untrusted.
 *
 * @param rule how the origin was found
 * @param blame what the origin points at
 * @param spanId the span it began in, or null if only rows or logs tell
 * @param service where it began
 * @param errorClass the innermost exception's class, or null if the data does not say
 * @param message the innermost exception's message, or null
 * @param frame the first frame of the application in the innermost exception, or null
 * @param outcome what became of it
 * @param spanPath ids of the failed spans from the origin up to where it stopped or surfaced
 * @param logIds the log lines that tell of it, most telling first
 * @param causes class names from the outermost exception to the innermost, as far as known
 * @param retryOf ids of the failed attempts before this one, in order, if the failed call was retried
 * @param confidence from 0 to 1
 */
public record ErrorOrigin(
        Rule rule,
        Blame blame,
        @Nullable String spanId,
        String service,
        @Nullable String errorClass,
        @Nullable String message,
        @Nullable CodeLocation frame,
        Outcome outcome,
        List<String> spanPath,
        List<String> logIds,
        List<String> causes,
        List<String> retryOf,
        double confidence) {

    /** Copies the lists. */
    public ErrorOrigin {
        spanPath = List.copyOf(spanPath);
        logIds = List.copyOf(logIds);
        causes = List.copyOf(causes);
        retryOf = List.copyOf(retryOf);
    }

    /** Whether the request went on without failing because of it. */
    public boolean handled() {
        return outcome == Outcome.HANDLED;
    }

    /** What became of an error. */
    public enum Outcome {
        /** The request failed because of it. */
        REACHED_USER,
        /** The request did not fail because of it: something above went on without an error. */
        HANDLED,
        /** It failed work that nothing waited for, such as the handling of a message; nothing shows that it was handled. */
        IN_BACKGROUND
    }

    /** How an origin was found. */
    public enum Rule {
        /** The deepest failed span without a failed child. */
        DEEPEST_FAILED_SPAN,
        /** The caller gave up before the callee answered. */
        CALLER_TIMED_OUT,
        /** A failed call whose callee sent no span. */
        CALL_WITHOUT_CALLEE,
        /** An error in the logs, no failed span. */
        LOG_ONLY,
        /** Only the transaction rows tell of it. */
        ROW_ONLY
    }

    /** What an origin points at. */
    public enum Blame {
        /** The code of the span's service. */
        OWN_CODE,
        /** The callee was too slow. */
        SLOW_CALLEE,
        /** The callee failed, or the network between; its own spans are not here. */
        CALLEE_OR_NETWORK,
        /** The database or cache refused or failed. */
        STORE,
        /** The data does not say. */
        UNKNOWN
    }
}
