package io.github.sre4j.trace.error;

import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanError;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TransactionErrorRow;
import io.github.sre4j.trace.TransactionRow;
import java.util.List;
import java.util.Objects;

/** Tells errors that reached the user from those that were handled on the way. */
final class ErrorPropagation {

    private static final int SERVER_ERROR = 500;

    private final Trace trace;

    ErrorPropagation(Trace trace) {
        this.trace = trace;
    }

    /** Whether the request as a whole failed. */
    boolean requestFailed() {
        if (trace.size() == 0) {
            return trace.transactions().stream().anyMatch(TransactionRow::failed)
                    || !trace.errors().isEmpty();
        }
        Span root = trace.span(0);
        HttpCall http = root.http();
        return root.failed() || (http != null && http.status() >= SERVER_ERROR) || rootRowFailed(root);
    }

    private boolean rootRowFailed(Span root) {
        String transaction = root.transactionId();
        return transaction != null
                && trace.transactions().stream().anyMatch(row -> row.guid().equals(transaction) && row.failed());
    }

    /** Marks the candidates that reached the user; if the request failed and none can be shown to, the last one is taken, as a guess. */
    void mark(List<OriginCandidate> candidates) {
        if (!requestFailed()) {
            return;
        }
        // An error that the root names wins over others that were merely passed up to a span that failed as well.
        boolean named = candidates.stream().anyMatch(candidate -> !candidate.recovered && told(candidate.error));
        boolean any = false;
        for (OriginCandidate candidate : candidates) {
            candidate.reachedUser =
                    !candidate.recovered && (named ? told(candidate.error) : candidate.path.contains(0));
            any |= candidate.reachedUser;
        }
        if (!any) {
            candidates.stream()
                    .filter(candidate -> !candidate.recovered)
                    .filter(candidate -> !behindTheResponse(candidate.span))
                    .max((one, other) -> Long.compare(trace.endNanos(one.span), trace.endNanos(other.span)))
                    .ifPresent(last -> {
                        last.reachedUser = true;
                        last.guessed = true;
                    });
        }
    }

    /** Whether the root or the row of its error names this error. */
    private boolean told(SpanError error) {
        SpanError ofRoot = trace.span(0).error();
        if (ofRoot != null && Candidates.names(ofRoot, error)) {
            return true;
        }
        return trace.errors().stream()
                .filter(row -> ofRoot(row))
                .map(TransactionErrorRow::error)
                .anyMatch(row -> Candidates.names(row, error));
    }

    private boolean ofRoot(TransactionErrorRow row) {
        return row.transactionGuid() == null
                || Objects.equals(row.transactionGuid(), trace.span(0).transactionId());
    }

    private boolean behindTheResponse(int span) {
        for (int at = span; at >= 0; at = trace.parent(at)) {
            if (trace.asynchronous(at)) {
                return true;
            }
        }
        return false;
    }
}
