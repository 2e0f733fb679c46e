package io.github.sre4j.trace;

import java.util.List;

/**
 * Whether the calls of a finding could run at the same time.
 *
 * @param verdict the answer
 * @param reason why
 * @param witnesses ids of the spans that show it, may be empty
 */
public record Independence(Verdict verdict, Reason reason, List<String> witnesses) {

    /** The answer where the question makes no sense. */
    public static final Independence NOT_ASKED = new Independence(Verdict.UNKNOWN, Reason.NOT_ASKED, List.of());

    /** Copies the list. */
    public Independence {
        witnesses = List.copyOf(witnesses);
    }

    /** The answer. */
    public enum Verdict {
        /** Nothing in one call can come from an earlier one. */
        INDEPENDENT,
        /** One call needs an earlier one, or order matters. */
        DEPENDENT,
        /** The data cannot tell. */
        UNKNOWN
    }

    /** Why the answer is what it is. */
    public enum Reason {
        /** The finding makes no claim about order. */
        NOT_ASKED,
        /** Every part of every call was known before the first one answered. */
        ALL_KNOWN_BEFORE,
        /** They already overlap. */
        ALREADY_CONCURRENT,
        /** A page number, offset or cursor grows from call to call. */
        PAGING,
        /** A call carries a token or cursor that an earlier one may have issued. */
        TOKEN,
        /** A call writes, so order matters. */
        WRITE,
        /** An id in a later call is not in the request: it may come from an earlier answer. */
        ID_FROM_EARLIER_CALL,
        /** The query strings or bodies are not reported. */
        QUERY_NOT_REPORTED,
        /** The verb is not known. */
        VERB_UNKNOWN,
        /** The application worked between the calls, perhaps on the earlier answer. */
        WORK_BETWEEN,
        /** One database transaction is one connection: its statements run one after another. */
        SAME_CONNECTION
    }
}
