package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Harmless;
import io.github.sre4j.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * A remote call while a database transaction is open: it holds a connection, and locks, for as long as the callee takes. Needs a span
 * that shows the transaction: one around it, or statements that begin and end it. The remedy frees the pool rather than this request,
 * so nothing is promised to this request.
 *
 * @param minNanos shorter calls are harmless; 100 ms
 */
record RemoteCallInTransaction(long minNanos) implements Detector {

    /** With the thresholds named above. */
    public static final RemoteCallInTransaction DEFAULT = new RemoteCallInTransaction(100_000_000);

    @Override
    public List<Finding> find(DetectionContext seen) {
        int[] transactions = seen.transactions();
        int[] calls = seen.httpCalls();
        if (transactions.length == 0 || calls.length == 0) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        for (int call : calls) {
            int transaction = around(seen, call, transactions);
            if (transaction >= 0) {
                FindingBuilder draft = new FindingBuilder(seen, FindingKind.REMOTE_CALL_IN_TRANSACTION, call);
                found.add(draft.about(seen.shape(call))
                        .span(Evidence.Key.TRANSACTION_STATEMENTS, transaction)
                        .span(Evidence.Key.HANDLER, seen.handler(call))
                        .harmlessIf(draft.union() < minNanos, Harmless.Reason.BELOW_TIME_LIMIT, minNanos)
                        .finding());
            }
        }
        return found;
    }

    /** The span that shows the open transaction, or -1. */
    private static int around(DetectionContext seen, int call, int[] transactions) {
        Trace trace = seen.trace();
        int begin = -1;
        for (int transaction : transactions) {
            boolean sameService =
                    seen.span(transaction).service().equals(seen.span(call).service());
            if (!sameService) {
                continue;
            }
            if (transaction < call && call < trace.subtreeEnd(transaction) && touchesDatabase(seen, transaction)) {
                return transaction;
            }
            if (trace.parent(transaction) != trace.parent(call)) {
                continue;
            }
            if (trace.endNanos(transaction) <= trace.startNanos(call)) {
                begin = begins(seen, transaction) ? transaction : -1;
            } else if (begin >= 0 && trace.startNanos(transaction) >= trace.endNanos(call)) {
                return begin;
            }
        }
        return -1;
    }

    private static boolean touchesDatabase(DetectionContext seen, int transaction) {
        for (int query : seen.queries()) {
            if (transaction < query && query < seen.trace().subtreeEnd(transaction)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(DetectionContext seen, int transaction) {
        String shape = seen.shape(transaction);
        return shape.startsWith("begin") || shape.startsWith("start transaction");
    }
}
