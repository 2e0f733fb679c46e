package io.github.sre4j.advisor.cause;

import io.github.sre4j.advisor.impact.Saving;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Harmless;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.Statement;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.TransactionRow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** One trace as far as causes need it. */
record SlowTrace(TraceAnalysis analysis) {

    Trace trace() {
        return analysis.trace();
    }

    /** Whether it is the first request after a start, in which everything is slow. */
    boolean cold() {
        return analysis.findings().stream().anyMatch(each -> each.kind() == FindingKind.COLD_START && each.material());
    }

    /** What took the time: material findings, and remote calls in a transaction, which claim no time of their own. */
    List<Finding> findings() {
        if (cold()) {
            return analysis.findings().stream()
                    .filter(each -> each.kind() == FindingKind.COLD_START)
                    .toList();
        }
        return analysis.findings().stream()
                .filter(each -> CauseKind.has(each.kind()))
                .filter(each -> each.material() || dependent(each) || covered(each))
                .toList();
    }

    /** Calls that need each other cannot overlap, but they are still what takes the time: fewer of them would. */
    static boolean dependent(Finding finding) {
        Harmless harmless = finding.harmless();
        return finding.kind() == FindingKind.SERIAL_HTTP_CALLS
                && harmless != null
                && harmless.reason() == Harmless.Reason.DEPENDENT;
    }

    /** Single slow calls that claim the time of a run of calls say less of what to change than the run does; the ranking decides between them. */
    private static boolean covered(Finding finding) {
        Harmless harmless = finding.harmless();
        return finding.kind() == FindingKind.SERIAL_HTTP_CALLS
                && harmless != null
                && harmless.reason() == Harmless.Reason.COVERED_BY_OTHER;
    }

    /** The time a share is of, nanoseconds; the transaction's own row knows more than its spans. */
    long whole(Saving.Of of) {
        return switch (of) {
            case DURATION -> trace().durationNanos();
            case DATABASE -> rowOr(TransactionRow::databaseNanos, SpanCategory.DATABASE);
            case EXTERNAL -> rowOr(TransactionRow::externalNanos, SpanCategory.HTTP);
        };
    }

    private long rowOr(ToLongFunction<TransactionRow> told, SpanCategory category) {
        long spans = 0;
        String own = trace().size() == 0 ? null : trace().span(0).transactionId();
        for (int i = 0; i < trace().size(); i++) {
            Span span = trace().span(i);
            boolean mine = own == null || own.equals(span.transactionId());
            spans += mine && span.category() == category ? trace().durationNanos(i) : 0;
        }
        long row = trace().transactions().stream()
                .filter(each -> own == null || each.guid().equals(own))
                .mapToLong(told)
                .max()
                .orElse(0);
        return Math.max(spans, row);
    }

    /** Findings with one key are one cause: slow statements on a table are, as one index helps them all. */
    String key(Finding finding) {
        Statement statement = first(finding).map(Span::statement).orElse(null);
        boolean table = finding.kind() == FindingKind.SLOW_QUERY && statement != null && statement.collection() != null;
        return finding.kind() + " "
                + (table && statement != null
                        ? statement.operation() + " " + statement.collection()
                        : finding.subject());
    }

    /** The first span of a finding. */
    Optional<Span> first(Finding finding) {
        return finding.spanIds().stream()
                .map(trace()::indexOf)
                .filter(java.util.OptionalInt::isPresent)
                .map(index -> trace().span(index.getAsInt()))
                .findFirst();
    }

    /** How often calls like this one are in the trace, and how long they took in all. */
    CallsOf like(Span call) {
        long count = 0;
        long nanos = 0;
        for (int i = 0; i < trace().size(); i++) {
            Span span = trace().span(i);
            if (span.category() == call.category() && span.name().equals(call.name()) && sameText(span, call)) {
                count++;
                nanos += trace().durationNanos(i);
            }
        }
        return new CallsOf(count, nanos);
    }

    private static boolean sameText(Span one, Span other) {
        return one.statement() == null
                || other.statement() == null
                || Objects.equals(one.statement().text(), other.statement().text());
    }

    /**
     * Calls of one shape.
     *
     * @param count how many
     * @param nanos their time
     */
    record CallsOf(long count, long nanos) {}
}
