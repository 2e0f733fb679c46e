package io.github.sre4j.trace;

import java.util.List;

/**
 * Something a reader must know to judge a trace: what is missing, what was wrong and how it was mended.
 *
 * @param kind what
 * @param count how many spans, rows or lines it concerns
 * @param subjects ids of spans or names of services it concerns, at most {@value #MAX_SUBJECTS}
 * @param nanos an amount of time, such as the clock shift, or 0
 */
public record TraceNote(Kind kind, int count, List<String> subjects, long nanos) {

    /** How many subjects a note names at most; {@link #count} is always whole. */
    public static final int MAX_SUBJECTS = 20;

    /** Copies the list and cuts it to {@link #MAX_SUBJECTS}. */
    public TraceNote {
        subjects = List.copyOf(subjects.size() > MAX_SUBJECTS ? subjects.subList(0, MAX_SUBJECTS) : subjects);
    }

    /** What a note says. */
    public enum Kind {
        /** No span at all: the request was not sampled, or its spans have not arrived. */
        NO_SPANS(true),
        /** The agent did not mean to send spans for a transaction that took part. Subjects: transactions. */
        NOT_SAMPLED(true),
        /** The first span's parent is not here: the caller is outside, sends no spans, or was sampled away. Subjects: parent ids. */
        CALLER_NOT_SEEN(true),
        /** No span is a root; a stand-in root was put over the orphans. */
        ROOT_MISSING(true),
        /** Spans whose parent is missing; they were hung below the root where their time fits, else left as roots of their own. */
        ORPHANS(true),
        /** More than one root: several requests share this trace id, or a link is missing. Subjects: root span ids. */
        SEVERAL_ROOTS(false),
        /** A transaction tells of more database calls than there are spans. Count: missing ones; subjects: services. */
        DATABASE_SPANS_MISSING(true),
        /** A transaction tells of more external calls than there are spans. Count: missing ones; subjects: services. */
        EXTERNAL_SPANS_MISSING(true),
        /** Hosts that were called and sent no span of their own. Subjects: host names. */
        CALLEE_SENT_NO_SPANS(true),
        /** No log line at all for the trace. */
        NO_LOGS(true),
        /** The request wrote no log line, while other requests of the same services did: forwarding works. */
        LOGGED_NOTHING(true),
        /** Services with spans but without log lines. Subjects: services. */
        SERVICE_WITHOUT_LOGS(true),
        /** Log lines whose span is not here. */
        LOG_SPANS_MISSING(true),
        /** Statements without text. */
        STATEMENT_TEXT_MISSING(true),
        /** Statements that were cut by whoever sent them. */
        STATEMENT_TRUNCATED(true),
        /** Statements whose values were replaced, so repeats with the same value cannot be told from others. */
        STATEMENT_OBFUSCATED(true),
        /** HTTP calls whose query string is not reported, so paging cannot be seen. */
        QUERY_STRING_MISSING(true),
        /** Rows dropped as the same span told again. */
        DUPLICATES(false),
        /** Parent links that formed a circle and were cut. */
        CIRCLE_CUT(false),
        /** A host's clock differs; its spans were shifted by {@code nanos} (positive: later). Subjects: service or host. */
        CLOCK_SHIFTED(false),
        /** Spans that overran or preceded their parent and were cut to it. {@code nanos}: the largest cut. */
        CLAMPED(false),
        /** Spans moved by less than the clock's resolution, to undo rounding of their start. */
        ROUNDED_START_MOVED(false),
        /** Spans that lie outside everything above them: no span waited for them. */
        OUTSIDE_PARENT(false),
        /** Spans without an end: still running, or their process died. Their durations are lower bounds. */
        UNFINISHED(true),
        /** Spans without length. */
        ZERO_LENGTH(false),
        /** Durations below zero, taken as zero. */
        NEGATIVE_DURATION(false),
        /** Durations that cannot be and were cut. {@code nanos}: the longest as reported. */
        ABSURD_DURATION(false),
        /** Rows or lines that are no JSON objects. Subjects: where. */
        ROWS_REJECTED(true),
        /** Rows that lack a field without which they tell nothing. Subjects: which rows, and what they need. */
        ROWS_INCOMPLETE(true),
        /** Documents that are neither an array of rows nor an answer that holds one. Subjects: files. */
        ROWS_NOT_FOUND(true),
        /** The source cut the number of rows; there are more. */
        ROWS_CUT(true),
        /** Accounts that were asked for the request and did not answer. Subjects: their ids. */
        ACCOUNTS_SILENT(true),
        /** The trace is so fresh that spans may still arrive. {@code nanos}: its age. */
        TOO_FRESH(true);

        private final boolean missing;

        Kind(boolean missing) {
            this.missing = missing;
        }

        /** Whether something is missing, as opposed to mended. */
        public boolean missing() {
            return missing;
        }
    }
}
