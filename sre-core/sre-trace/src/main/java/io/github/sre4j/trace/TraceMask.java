package io.github.sre4j.trace;

/** Changes the texts of a trace, such as to take secrets out. Ids of spans and traces must stay as they are: facts point to them. */
public interface TraceMask {

    /** The span with other texts. */
    Span span(Span span);

    /** The line with other texts. */
    LogLine log(LogLine line);

    /** The row with other texts. */
    TransactionRow transaction(TransactionRow row);

    /** The row with other texts. */
    TransactionErrorRow error(TransactionErrorRow row);

    /** The note with other texts. */
    TraceNote note(TraceNote note);
}
