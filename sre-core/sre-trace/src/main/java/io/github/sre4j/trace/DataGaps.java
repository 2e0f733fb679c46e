package io.github.sre4j.trace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what is missing: services without spans or logs, calls without spans, statements without text. */
final class DataGaps {

    private final TraceData data;
    private final Layout layout;
    private final NoteCollector notes;

    DataGaps(TraceData data, Layout layout, NoteCollector notes) {
        this.data = data;
        this.layout = layout;
        this.notes = notes;
    }

    void tell(List<LogLine> logs) {
        texts();
        calls();
        logs(logs);
        transactions(data, layout.spans, notes);
    }

    private void texts() {
        int without = 0;
        int truncated = 0;
        int obfuscated = 0;
        int withoutQuery = 0;
        for (Span span : layout.spans) {
            Statement statement = span.statement();
            if (span.category() == SpanCategory.DATABASE || span.category() == SpanCategory.CACHE) {
                String text = statement == null ? null : statement.text();
                without += text == null ? 1 : 0;
                truncated += statement != null && statement.truncated() ? 1 : 0;
                obfuscated += text != null && text.indexOf('?') >= 0 ? 1 : 0;
            }
            HttpCall http = span.http();
            withoutQuery += span.kind() == SpanKind.CLIENT && http != null && !http.queryReported() ? 1 : 0;
        }
        notes.count(TraceNote.Kind.STATEMENT_TEXT_MISSING, without);
        notes.count(TraceNote.Kind.STATEMENT_TRUNCATED, truncated);
        notes.count(TraceNote.Kind.STATEMENT_OBFUSCATED, obfuscated);
        notes.count(TraceNote.Kind.QUERY_STRING_MISSING, withoutQuery);
    }

    private void calls() {
        for (int i = 0; i < layout.spans.length; i++) {
            Span span = layout.spans[i];
            HttpCall http = span.http();
            if (span.kind() == SpanKind.CLIENT && span.category() == SpanCategory.HTTP && !hasCallee(i)) {
                String host = http == null ? null : http.host();
                notes.add(TraceNote.Kind.CALLEE_SENT_NO_SPANS, host == null ? span.name() : host);
            }
        }
    }

    private boolean hasCallee(int i) {
        for (int child = i + 1; child < layout.subtreeEnds[i]; child = layout.subtreeEnds[child]) {
            Span span = layout.spans[child];
            if (span.kind() == SpanKind.SERVER
                    || span.entryPoint()
                    || !span.service().equals(layout.spans[i].service())) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is known that log lines would be here, had there been any. */
    static boolean loggedNothing(TraceData data) {
        return data.readNotes().stream().anyMatch(note -> note.kind() == TraceNote.Kind.LOGGED_NOTHING);
    }

    private void logs(List<LogLine> logs) {
        if (logs.isEmpty()) {
            if (!loggedNothing(data)) {
                notes.add(TraceNote.Kind.NO_LOGS, "");
            }
            return;
        }
        Set<String> ids = new HashSet<>();
        Set<String> services = new HashSet<>();
        for (Span span : layout.spans) {
            ids.add(span.id());
        }
        for (LogLine line : logs) {
            String service = line.service();
            if (service != null) {
                services.add(service);
            }
            String spanId = line.spanId();
            if (spanId != null && !ids.contains(spanId)) {
                notes.add(TraceNote.Kind.LOG_SPANS_MISSING, spanId);
            }
        }
        Set<String> told = new HashSet<>(services);
        for (Span span : layout.spans) {
            if (!span.standIn() && told.add(span.service())) {
                notes.add(TraceNote.Kind.SERVICE_WITHOUT_LOGS, span.service());
            }
        }
    }

    /** Rows know every call, also of transactions whose spans were not sampled or cut. */
    static void transactions(TraceData data, Span[] spans, NoteCollector notes) {
        if (data.transactions().isEmpty()) {
            return;
        }
        Map<String, int[]> seen = new HashMap<>();
        for (Span span : spans) {
            String transaction = span.transactionId();
            if (transaction != null) {
                int[] counts = seen.computeIfAbsent(transaction, any -> new int[2]);
                boolean store = span.category() == SpanCategory.DATABASE || span.category() == SpanCategory.CACHE;
                counts[0] += store ? 1 : 0;
                counts[1] += span.category() == SpanCategory.HTTP && span.kind() == SpanKind.CLIENT ? 1 : 0;
            }
        }
        for (TransactionRow row : data.transactions()) {
            int[] counts = seen.get(row.guid());
            if (counts == null) {
                notes.add(TraceNote.Kind.NOT_SAMPLED, row.name());
                continue;
            }
            missing(row.databaseCalls() - counts[0], TraceNote.Kind.DATABASE_SPANS_MISSING, row, notes);
            missing(row.externalCalls() - counts[1], TraceNote.Kind.EXTERNAL_SPANS_MISSING, row, notes);
        }
    }

    private static void missing(long calls, TraceNote.Kind kind, TransactionRow row, NoteCollector notes) {
        if (calls > 0) {
            notes.add(kind, (int) Math.min(calls, Integer.MAX_VALUE), row.service(), 0);
        }
    }
}
