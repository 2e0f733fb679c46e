package io.github.sre4j.trace.read;

import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceFormat;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.TransactionErrorRow;
import io.github.sre4j.trace.TransactionRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of New Relic's event types {@code Span}, {@code SpanEvent}, {@code Transaction}, {@code TransactionError} and {@code Log}, gathered to
 * traces.
 *
 * <p>Most transactions carry no trace id: they are joined by {@code guid} = the spans' {@code transactionId}. Log lines are joined
 * by trace id, else by span id. Not thread-safe.
 */
public final class NewRelicRows {

    private final NewRelicRowReader reader = new NewRelicRowReader();
    private final Map<String, List<Span>> spans = new LinkedHashMap<>();
    private final Map<String, TransactionRow> transactions = new LinkedHashMap<>();
    private final Map<String, String> traceOfTransaction = new LinkedHashMap<>();
    private final Map<String, String> traceOfSpan = new LinkedHashMap<>();
    private final List<LogLine> logs = new ArrayList<>();
    private final List<Map<String, ?>> spanEvents = new ArrayList<>();
    private final Set<String> failedSpans = new HashSet<>();
    private final Set<TransactionErrorRow> errors = new LinkedHashSet<>();
    private final List<TraceNote> notes = new ArrayList<>();

    /** Starts without rows. */
    public NewRelicRows() {}

    /**
     * Adds a row.
     *
     * @param eventType {@code Span}, {@code SpanEvent}, {@code Transaction}, {@code TransactionError} or {@code Log}; others are ignored
     * @param row the attributes as New Relic names them; nulls are allowed as values
     */
    public void add(String eventType, Map<String, ?> row) {
        Attributes attributes = new Attributes(row);
        Optional<String> problem = switch (eventType) {
            case "Span" -> addSpan(attributes);
            case "Transaction" -> addTransaction(attributes);
            case "TransactionError" -> {
                errors.add(reader.error(attributes));
                yield Optional.empty();
            }
            case "Log" -> {
                logs.add(reader.log(attributes));
                yield Optional.empty();
            }
            case "SpanEvent" -> {
                spanEvents.add(row);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
        problem.ifPresent(
                why -> note(new TraceNote(TraceNote.Kind.ROWS_INCOMPLETE, 1, List.of(eventType + ": " + why), 0)));
    }

    /** Adds something to say about all traces of this source, such as rows that were cut. */
    public void note(TraceNote note) {
        notes.add(note);
    }

    private Optional<String> addSpan(Attributes attributes) {
        String traceId = attributes.text("traceId", "trace.id");
        String id = attributes.text("guid", "id", "span.id");
        if (traceId == null || id == null || !attributes.has("timestamp")) {
            return Optional.of("traceId, guid, timestamp");
        }
        Span span = reader.span(id, attributes);
        spans.computeIfAbsent(traceId, any -> new ArrayList<>()).add(span);
        traceOfSpan.putIfAbsent(id, traceId);
        if (span.error() != null) {
            failedSpans.add(id);
        }
        String transactionId = span.transactionId();
        if (transactionId != null) {
            traceOfTransaction.putIfAbsent(transactionId, traceId);
        }
        return Optional.empty();
    }

    private Optional<String> addTransaction(Attributes attributes) {
        String guid = attributes.text("guid");
        if (guid == null || !attributes.has("timestamp")) {
            return Optional.of("guid, timestamp");
        }
        transactions.putIfAbsent(guid, reader.transaction(guid, attributes));
        if (attributes.text("error.class", "errorType") != null
                || attributes.text("error.message", "errorMessage") != null) {
            errors.add(reader.errorOfTransaction(guid, attributes));
        }
        return Optional.empty();
    }

    /** Whether any row was added that tells something. */
    boolean any() {
        return !spans.isEmpty() || !transactions.isEmpty() || !logs.isEmpty() || !errors.isEmpty();
    }

    /** Ids of all traces with at least one span, in order of arrival. */
    public List<String> traceIds() {
        return List.copyOf(spans.keySet());
    }

    /** Everything about one trace; without spans if there are none. */
    public TraceData trace(String traceId) {
        return gathered().gather(traceId);
    }

    /** The trace of a transaction, as far as spans or its row tell it. */
    public Optional<String> traceOf(String guid) {
        String traceId = traceOfTransaction.get(guid);
        TransactionRow row = transactions.get(guid);
        return Optional.ofNullable(traceId == null && row != null ? row.traceId() : traceId);
    }

    /** Everything about one transaction: its trace if spans or rows tell it, else the row alone under its guid. */
    public TraceData transaction(String guid) {
        Optional<String> traceId = traceOf(guid);
        if (traceId.isPresent()) {
            return trace(traceId.get());
        }
        TransactionRow row = transactions.get(guid);
        List<TransactionErrorRow> ofTransaction = errors.stream()
                .filter(error -> guid.equals(error.transactionGuid()))
                .toList();
        return new TraceData(
                guid,
                TraceFormat.NEW_RELIC,
                List.of(),
                List.of(),
                row == null ? List.of() : List.of(row),
                ofTransaction,
                notes);
    }

    /** Every trace with at least one span. */
    public List<TraceData> traces() {
        Gathered gathered = gathered();
        return spans.keySet().stream().map(gathered::gather).toList();
    }

    private Gathered gathered() {
        Map<String, List<TransactionRow>> rows = new LinkedHashMap<>();
        for (TransactionRow row : transactions.values()) {
            String traceId = row.traceId() == null ? traceOfTransaction.get(row.guid()) : row.traceId();
            if (traceId != null) {
                rows.computeIfAbsent(traceId, any -> new ArrayList<>()).add(row);
            }
        }
        List<LogLine> told = new ArrayList<>(logs);
        spanEvents.forEach(row -> told.add(reader.spanEvent(row, failedSpans)));
        Map<String, List<LogLine>> lines = new LinkedHashMap<>();
        for (LogLine line : told) {
            String traceId = line.traceId() == null ? traceOfSpan.get(line.spanId()) : line.traceId();
            if (traceId != null) {
                lines.computeIfAbsent(traceId, any -> new ArrayList<>()).add(line);
            }
        }
        Map<String, List<TransactionErrorRow>> failures = new LinkedHashMap<>();
        for (TransactionErrorRow error : errors) {
            String guid = error.transactionGuid();
            String traceId = error.traceId();
            if (traceId == null && guid != null) {
                traceId = traceOf(guid).orElse(null);
            }
            if (traceId != null) {
                failures.computeIfAbsent(traceId, any -> new ArrayList<>()).add(error);
            }
        }
        return new Gathered(rows, lines, failures);
    }

    /** Rows by the trace they belong to. */
    private final class Gathered {
        private final Map<String, List<TransactionRow>> rows;
        private final Map<String, List<LogLine>> lines;
        private final Map<String, List<TransactionErrorRow>> failures;
        private final Set<String> loggingServices = new HashSet<>();

        private Gathered(
                Map<String, List<TransactionRow>> rows,
                Map<String, List<LogLine>> lines,
                Map<String, List<TransactionErrorRow>> failures) {
            this.rows = rows;
            this.lines = lines;
            this.failures = failures;
            lines.values()
                    .forEach(ofTrace -> ofTrace.forEach(line -> {
                        if (line.service() != null) {
                            loggingServices.add(line.service());
                        }
                    }));
        }

        private TraceData gather(String traceId) {
            List<LogLine> own = lines.getOrDefault(traceId, List.of());
            List<TraceNote> told = new ArrayList<>(notes);
            if (own.isEmpty() && forwarded(traceId)) {
                told.add(new TraceNote(TraceNote.Kind.LOGGED_NOTHING, 1, List.of(), 0));
            }
            return new TraceData(
                    traceId,
                    TraceFormat.NEW_RELIC,
                    spans.getOrDefault(traceId, List.of()),
                    own,
                    rows.getOrDefault(traceId, List.of()).stream()
                            .sorted(Comparator.comparingLong(TransactionRow::startNanos)
                                    .thenComparing(TransactionRow::guid))
                            .toList(),
                    failures.getOrDefault(traceId, List.of()).stream()
                            .sorted(Comparator.comparingLong(TransactionErrorRow::atNanos)
                                    .thenComparing(TransactionErrorRow::toString))
                            .toList(),
                    told);
        }

        /** Whether a service of the trace has log lines of other requests here. */
        private boolean forwarded(String traceId) {
            Set<String> services = new HashSet<>();
            spans.getOrDefault(traceId, List.of()).forEach(span -> services.add(span.service()));
            rows.getOrDefault(traceId, List.of()).forEach(row -> services.add(row.service()));
            return services.stream().anyMatch(loggingServices::contains);
        }
    }
}
