package io.github.sre4j.advisor.evidence.files;

import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.evidence.Failures;
import io.github.sre4j.advisor.evidence.Subtree;
import io.github.sre4j.advisor.impact.SlowRequestTail;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.events.EventRows;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.read.NewRelicRows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evidence from event files: metrics from {@code Metric} rows, every slow request from {@code Transaction} rows, traces from {@code Span}, {@code
 * Log} and {@code TransactionError} rows. The files are read once for the metrics and twice for any number of endpoints: first to see which
 * requests to look at, then to read those.
 */
public final class EventFileEvidence implements EvidenceSource {

    private static final Set<String> FIRST_LOOK = Set.of("Transaction", "TransactionError", "Span", "Deployment");
    private static final Set<String> SECOND_LOOK = Set.of("Transaction", "TransactionError", "Span", "Log");

    private static final List<String> ID_ATTRIBUTES =
            List.of("traceId", "trace.id", "trace_id", "guid", "nr.transactionGuid");

    private static final String INITIALIZER = "OtherTransaction/Initializer/";

    private final Path root;
    private final @Nullable String app;

    /**
     * Evidence from files.
     *
     * @param root a file or a folder
     * @param app the application whose rows count, by {@code appName}; null if the files hold only one
     */
    public EventFileEvidence(Path root, @Nullable String app) {
        this.root = Objects.requireNonNull(root, "root");
        this.app = app;
    }

    @Override
    public int maxBatchSize() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int queries() {
        return 0;
    }

    @Override
    public Map<EndpointName, Breakdown> breakdowns(Window window) throws TelemetryException {
        MetricRows metrics = new MetricRows(window);
        EventRows.read(root, Set.of("Metric"), (type, row) -> {
            if (ours(row)) {
                metrics.add(row);
            }
        });
        return metrics.breakdowns();
    }

    @Override
    public List<EndpointEvidence> drillDown(List<EvidenceQuestion> questions, Window window) throws TelemetryException {
        Map<String, RequestSelection> byEndpoint = new HashMap<>();
        questions.forEach(each -> byEndpoint.put(each.endpoint().value(), new RequestSelection(each)));
        ServiceStarts starts = new ServiceStarts(window);
        Set<String> wanted = new HashSet<>(byEndpoint.keySet());
        wanted.addAll(List.of("Initializer", "Deployment"));
        EventRows.read(root, FIRST_LOOK, LinePrefilter.oneOf(wanted), (type, row) -> {
            starts(type, row, starts, window);
            firstLook(type, row, byEndpoint, window);
        });
        byEndpoint.values().forEach(each -> each.separate(starts));
        Set<String> traces = new HashSet<>();
        Set<String> transactions = new HashSet<>();
        for (RequestSelection chosen : byEndpoint.values()) {
            chosen.slowTraces().forEach(each -> traces.add(each.traceId()));
            chosen.normalTraces().forEach(each -> traces.add(each.traceId()));
            chosen.failedOnes().forEach(each -> {
                traces.add(each.getValue());
                transactions.add(each.getKey());
            });
        }
        traces.remove("");
        NewRelicRows rows = new NewRelicRows();
        Set<String> ids = new HashSet<>(traces);
        ids.addAll(transactions);
        EventRows.read(root, SECOND_LOOK, LinePrefilter.ids(ids, ID_ATTRIBUTES), (type, row) -> {
            if (wanted(type, row, traces, transactions)) {
                rows.add(type, row);
            }
        });
        Map<String, TraceData> read = new HashMap<>();
        rows.traces().forEach(data -> read.put(data.traceId(), data));
        List<EndpointEvidence> found = new ArrayList<>();
        for (EvidenceQuestion question : questions) {
            found.add(evidence(
                    Objects.requireNonNull(byEndpoint.get(question.endpoint().value())), rows, read, window));
        }
        return found;
    }

    private void starts(String type, Map<String, Object> row, ServiceStarts starts, Window window) {
        long millis = RowAttributes.at(row).toEpochMilli();
        if (type.equals("Deployment")) {
            starts.deployment(millis);
        } else if (type.equals("Transaction") && ours(row) && window.contains(RowAttributes.at(row))) {
            String instance = RowAttributes.text(row, "realAgentId", "host");
            if (RowAttributes.text(row, "name").startsWith(INITIALIZER)) {
                starts.initialization(instance, millis);
            } else {
                starts.request(instance, millis);
            }
        }
    }

    private void firstLook(
            String type, Map<String, Object> row, Map<String, RequestSelection> byEndpoint, Window window) {
        RequestSelection chosen = byEndpoint.get(
                switch (type) {
                    case "Transaction" -> RowAttributes.text(row, "name");
                    case "TransactionError" -> RowAttributes.text(row, "transactionName");
                    default ->
                        RowAttributes.isTrue(row, "nr.entryPoint") ? RowAttributes.text(row, "transaction.name") : "";
                });
        if (chosen == null || !ours(row) || !window.contains(RowAttributes.at(row))) {
            return;
        }
        switch (type) {
            case "Transaction" -> chosen.request(row);
            case "TransactionError" ->
                chosen.failed(
                        RowAttributes.text(row, "nr.transactionGuid", "guid"),
                        RowAttributes.text(row, "traceId", "trace.id"));
            default ->
                chosen.entry(new RequestSelection.Traced(
                        RowAttributes.number(row, "duration"),
                        RowAttributes.text(row, "traceId", "trace.id"),
                        RowAttributes.text(row, "transactionId")));
        }
    }

    /** A trace may cross applications, so what belongs to one is read whoever sent it. */
    private static boolean wanted(String type, Map<String, Object> row, Set<String> traces, Set<String> transactions) {
        if (traces.contains(RowAttributes.text(row, "traceId", "trace.id", "trace_id"))) {
            return true;
        }
        return switch (type) {
            case "Transaction" -> transactions.contains(RowAttributes.text(row, "guid"));
            case "TransactionError" -> transactions.contains(RowAttributes.text(row, "nr.transactionGuid", "guid"));
            default -> false;
        };
    }

    private boolean ours(Map<String, Object> row) {
        return app == null || app.equals(RowAttributes.text(row, "appName", "entity.name"));
    }

    private static EndpointEvidence evidence(
            RequestSelection chosen, NewRelicRows rows, Map<String, TraceData> read, Window window) {
        EvidenceQuestion question = chosen.question();
        SlowRequestTail tail = question.slowAbove()
                .map(threshold -> new SlowRequestTail(threshold.toNanos() / 1e9, days(window), chosen.slow(), 0))
                .orElse(null);
        List<TraceData> failed = new ArrayList<>();
        for (Map.Entry<String, String> each : chosen.failedOnes()) {
            TraceData data = read.get(each.getValue());
            failed.add(
                    data != null
                            ? Subtree.of(data, each.getKey())
                            : each.getValue().isEmpty()
                                    ? rows.transaction(each.getKey())
                                    : rows.trace(each.getValue()));
        }
        return new EndpointEvidence(
                question.endpoint(),
                tail,
                cut(chosen.slowTraces(), read),
                cut(chosen.normalTraces(), read),
                question.errors() ? new Failures(chosen.failures(), chosen.firstFailure(), failed) : null,
                null,
                chosen.startEffect().orElse(null));
    }

    private static List<TraceData> cut(List<RequestSelection.Traced> traced, Map<String, TraceData> read) {
        return traced.stream()
                .filter(each -> read.containsKey(each.traceId()))
                .map(each -> Subtree.of(Objects.requireNonNull(read.get(each.traceId())), each.transactionId()))
                .toList();
    }

    private static double days(Window window) {
        return (double) window.length().toMillis() / Duration.ofDays(1).toMillis();
    }
}
