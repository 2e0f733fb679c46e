package io.github.sre4j.alerts.digest;

import io.github.sre4j.text.Message;
import java.util.Locale;

/**
 * Change since the last digest.
 *
 * @param kind kind
 * @param text sentence on the change, with owner and next step
 */
public record DigestLine(Kind kind, Message text) {

    /** Kinds of changes, most urgent first. */
    public enum Kind {
        /** An endpoint violates the standard that did not before. */
        NEW,
        /** A product has no current check any more. */
        STALE,
        /** A waiver ends within a week. */
        ENDING,
        /** An endpoint meets the standard again. */
        RESOLVED,
        /** A product has its first check. */
        STARTED;

        /** Returns the id in bundles. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
