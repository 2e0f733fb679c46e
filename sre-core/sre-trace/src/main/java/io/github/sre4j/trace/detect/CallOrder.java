package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Independence;
import io.github.sre4j.trace.Independence.Reason;
import io.github.sre4j.trace.Independence.Verdict;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.call.PathTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether calls could run at the same time, asked before anything claims so. Only what the request itself or the first call
 * already held counts as known before; whatever may come from an earlier answer makes the verdict dependent or unknown.
 */
final class CallOrder {

    /** Work of the application between two calls above this may be work on the earlier answer. */
    private static final long WORK_NANOS = 5_000_000;

    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final DetectionContext seen;
    private final int[] calls;

    /** Asks about calls in order of time. */
    CallOrder(DetectionContext seen, int[] calls) {
        this.seen = seen;
        this.calls = calls;
    }

    Independence answer() {
        if (seen.maxInFlight(calls) == calls.length) {
            return new Independence(Verdict.INDEPENDENT, Reason.ALREADY_CONCURRENT, List.of());
        }
        int write = first(this::writes);
        if (write >= 0) {
            return because(Verdict.DEPENDENT, Reason.WRITE, write);
        }
        Independence paging = Paging.seenIn(seen, calls);
        if (paging != null) {
            return paging;
        }
        int unknownVerb = first(call -> http(call) == null || verb(call) == null);
        if (unknownVerb >= 0) {
            return because(Verdict.UNKNOWN, Reason.VERB_UNKNOWN, unknownVerb);
        }
        int hidden = first(call -> !reportsQuery(call));
        if (hidden >= 0) {
            return because(Verdict.UNKNOWN, Reason.QUERY_NOT_REPORTED, hidden);
        }
        int foreignId = firstWithForeignId();
        if (foreignId >= 0) {
            return because(Verdict.UNKNOWN, Reason.ID_FROM_EARLIER_CALL, foreignId);
        }
        int worked = firstAfterWork();
        return worked >= 0
                ? because(Verdict.UNKNOWN, Reason.WORK_BETWEEN, worked)
                : new Independence(Verdict.INDEPENDENT, Reason.ALL_KNOWN_BEFORE, List.of());
    }

    private interface Question {
        boolean yes(int call);
    }

    private int first(Question question) {
        for (int call : calls) {
            if (question.yes(call)) {
                return call;
            }
        }
        return -1;
    }

    private Independence because(Verdict verdict, Reason reason, int witness) {
        return new Independence(verdict, reason, List.of(seen.span(witness).id()));
    }

    private @Nullable HttpCall http(int call) {
        return seen.span(call).http();
    }

    private @Nullable String verb(int call) {
        HttpCall http = http(call);
        return http == null ? null : http.method();
    }

    private boolean writes(int call) {
        String verb = verb(call);
        return verb != null && WRITES.contains(verb);
    }

    private boolean reportsQuery(int call) {
        HttpCall http = http(call);
        return http != null && http.queryReported();
    }

    /** The first call, but the very first, with an id that neither the request nor the first call held. */
    private int firstWithForeignId() {
        Set<String> known = new HashSet<>();
        int entry = calls[0];
        while (entry > 0 && !seen.span(entry).entryPoint()) {
            entry = seen.trace().parent(entry);
        }
        known.addAll(ids(seen.span(Math.max(0, entry))));
        known.addAll(ids(seen.span(calls[0])));
        for (int i = 1; i < calls.length; i++) {
            if (!known.containsAll(ids(seen.span(calls[i])))) {
                return calls[i];
            }
        }
        return -1;
    }

    private static List<String> ids(Span span) {
        HttpCall http = span.http();
        List<String> ids = new ArrayList<>();
        if (http != null && http.path() != null) {
            ids.addAll(PathTemplate.ids(http.path()));
        }
        if (http != null && http.query() != null) {
            for (String parameter : http.query().split("&", -1)) {
                int equals = parameter.indexOf('=');
                ids.add(equals < 0 ? parameter : parameter.substring(equals + 1));
            }
        }
        return ids;
    }

    private int firstAfterWork() {
        for (int i = 1; i < calls.length; i++) {
            long gap = seen.trace().startNanos(calls[i]) - seen.trace().endNanos(calls[i - 1]);
            if (gap > WORK_NANOS) {
                return calls[i];
            }
        }
        return -1;
    }
}
