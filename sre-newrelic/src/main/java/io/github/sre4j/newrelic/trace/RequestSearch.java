package io.github.sre4j.newrelic.trace;

import io.github.sre4j.newrelic.nerdgraph.AccessProbe;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.sli.Window;
import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.TransactionRow;
import io.github.sre4j.trace.read.NewRelicRows;
import io.github.sre4j.trace.source.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks New Relic for everything of one request: spans, transactions, their errors, log lines, in one account or all that the key may see. One
 * round trip an account, several accounts at a time; more only for traces of more than 5,000 spans, for transactions that do not say
 * their trace, and where there are no log lines. Thread-safe.
 */
public final class RequestSearch {

    /** "It takes about 90 seconds for a trace to be written", says New Relic's documentation of distributed tracing. */
    public static final Duration ARRIVAL = Duration.ofSeconds(90);

    /** New Relic allows 25 requests at a time for a user; its own clients keep to five. */
    private static final int ACCOUNTS_AT_ONCE = 5;

    /** As many guids as fit into a query. */
    private static final int MOST_GUIDS = 200;

    private static final Duration AROUND = Duration.ofMinutes(10);

    private final NerdGraph nerdGraph;
    private final OptionalLong account;
    private final Clock clock;

    /**
     * A search.
     *
     * @param nerdGraph where to ask
     * @param account the account; empty for all the key's user sees
     */
    public RequestSearch(NerdGraph nerdGraph, OptionalLong account) {
        this(nerdGraph, account, Clock.systemUTC());
    }

    /** A search by another clock, which tells whether a trace is too fresh. */
    public RequestSearch(NerdGraph nerdGraph, OptionalLong account, Clock clock) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph");
        this.account = Objects.requireNonNull(account, "account");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Everything of a request within a window. What New Relic cut, accounts that did not answer, and a request too fresh to be whole ({@link
     * TraceNote.Kind#TOO_FRESH}) are noted.
     *
     * @throws NerdGraphException if New Relic cannot be asked; of several accounts, only if no other knows the request
     */
    public TraceData find(RequestId request, Window window) throws NerdGraphException {
        Set<Long> accounts = new LinkedHashSet<>(
                account.isPresent() ? List.of(account.getAsLong()) : new AccessProbe(nerdGraph).accounts());
        try (Asking asking = new Asking(accounts)) {
            return asking.find(request, window);
        }
    }

    @FunctionalInterface
    private interface Question {
        AccountRows.Found ask(AccountRows rows) throws NerdGraphException;
    }

    /** One search. */
    private final class Asking implements AutoCloseable {

        private final Map<Long, AccountRows> accounts = new LinkedHashMap<>();
        private final Map<Long, NerdGraphException> silent = new LinkedHashMap<>();
        private NewRelicRows rows = new NewRelicRows();
        private final ExecutorService threads;
        private final Set<Long> knowing = new LinkedHashSet<>();

        private Asking(Set<Long> ids) {
            ids.forEach(id -> accounts.put(id, new AccountRows(nerdGraph, id)));
            this.threads = Executors.newFixedThreadPool(Math.max(1, Math.min(ACCOUNTS_AT_ONCE, ids.size())));
        }

        private TraceData find(RequestId request, Window window) throws NerdGraphException {
            String traceId = request.id();
            if (request.transaction()) {
                ask(each -> each.ofTransaction(request.id(), window));
                Optional<String> trace = rows.traceOf(request.id());
                if (trace.isEmpty()) {
                    failIfNobodyKnows();
                    noteSilent();
                    return judged(rows.transaction(request.id()), List.of());
                }
                traceId = trace.get();
                rows = new NewRelicRows();
            }
            String trace = traceId;
            ask(each -> each.ofTrace(trace, window));
            failIfNobodyKnows();
            noteSilent();
            whatSaysNoTrace(trace, window);
            TraceData found = rows.trace(trace);
            return judged(found, loggedNothing(found));
        }

        private void ask(Question question) throws NerdGraphException {
            Map<Long, Future<AccountRows.Found>> asked = new LinkedHashMap<>();
            accounts.forEach((id, each) ->
                    asked.put(id, threads.submit((Callable<AccountRows.Found>) () -> question.ask(each))));
            for (Map.Entry<Long, Future<AccountRows.Found>> answer : asked.entrySet()) {
                try {
                    AccountRows.Found found = answer.getValue().get();
                    add(found);
                    if (!found.isEmpty()) {
                        knowing.add(answer.getKey());
                    }
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof NerdGraphException refused)) {
                        throw new IllegalStateException(e.getCause());
                    }
                    silent.put(answer.getKey(), refused);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while asking New Relic", e);
                }
            }
            silent.keySet().forEach(accounts::remove);
        }

        private void add(AccountRows.Found found) {
            found.rows().forEach((type, given) -> given.forEach(row -> rows.add(type, row.members())));
            found.cut()
                    .forEach(type ->
                            rows.note(new TraceNote(TraceNote.Kind.ROWS_CUT, RowPages.MOST_ROWS, List.of(type), 0)));
        }

        private void failIfNobodyKnows() throws NerdGraphException {
            if (knowing.isEmpty() && !silent.isEmpty()) {
                throw silent.values().iterator().next();
            }
        }

        private void noteSilent() {
            if (!silent.isEmpty()) {
                rows.note(new TraceNote(
                        TraceNote.Kind.ACCOUNTS_SILENT,
                        silent.size(),
                        silent.keySet().stream().map(String::valueOf).toList(),
                        0));
            }
        }

        /** Transactions of spans that are not here yet, and errors of transactions that failed without saying how. */
        private void whatSaysNoTrace(String traceId, Window window) throws NerdGraphException {
            TraceData found = rows.trace(traceId);
            Set<String> missing = new LinkedHashSet<>();
            for (Span span : found.spans()) {
                if (span.transactionId() != null && missing.size() < MOST_GUIDS) {
                    missing.add(span.transactionId());
                }
            }
            Set<String> explained = new HashSet<>();
            found.errors().forEach(error -> explained.add(String.valueOf(error.transactionGuid())));
            for (TransactionRow row : found.transactions()) {
                missing.remove(row.guid());
                if (row.failed() && !explained.contains(row.guid())) {
                    missing.add(row.guid());
                }
            }
            if (!missing.isEmpty()) {
                accounts.keySet().retainAll(knowing);
                ask(each -> each.ofTransactions(missing, window));
            }
        }

        /** Whether the services forward their log lines at all is asked only where there are none. */
        private List<TraceNote> loggedNothing(TraceData found) {
            Set<String> services = new LinkedHashSet<>();
            found.spans().forEach(span -> services.add(span.service()));
            found.transactions().forEach(row -> services.add(row.service()));
            if (!found.logs().isEmpty() || services.isEmpty()) {
                return List.of();
            }
            Instant end = end(found);
            Window around = new Window(end.minus(AROUND), end.plus(AROUND));
            for (Map.Entry<Long, AccountRows> each : accounts.entrySet()) {
                try {
                    if (knowing.contains(each.getKey()) && each.getValue().logsOf(services, around)) {
                        return List.of(new TraceNote(TraceNote.Kind.LOGGED_NOTHING, 1, List.of(), 0));
                    }
                } catch (NerdGraphException e) {
                    // The story is worth more than this detail; it then says that forwarding may be off.
                    return List.of();
                }
            }
            return List.of();
        }

        private TraceData judged(TraceData found, List<TraceNote> more) {
            List<TraceNote> notes = new ArrayList<>(found.readNotes());
            notes.addAll(more);
            Duration age = Duration.between(end(found), clock.instant());
            if (age.compareTo(ARRIVAL) < 0) {
                notes.add(new TraceNote(TraceNote.Kind.TOO_FRESH, 1, List.of(), Math.max(0, age.toNanos())));
            }
            return new TraceData(
                    found.traceId(),
                    found.format(),
                    found.spans(),
                    found.logs(),
                    found.transactions(),
                    found.errors(),
                    notes);
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    /** When the last thing that is known of a request ended; the epoch if nothing is. */
    private static Instant end(TraceData found) {
        long end = 0;
        for (Span span : found.spans()) {
            end = Math.max(end, span.startNanos() + Math.max(0, span.durationNanos()));
        }
        for (TransactionRow row : found.transactions()) {
            end = Math.max(end, row.startNanos() + Math.max(0, row.durationNanos()));
        }
        for (LogLine line : found.logs()) {
            end = Math.max(end, line.atNanos());
        }
        return Instant.ofEpochSecond(0, end);
    }
}
