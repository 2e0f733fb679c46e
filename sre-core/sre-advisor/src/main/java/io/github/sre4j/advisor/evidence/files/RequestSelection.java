package io.github.sre4j.advisor.evidence.files;

import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.impact.SlowRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a first look at the files finds of one endpoint, and which of its requests a second look is to read. Not thread-safe. */
final class RequestSelection {

    /** Failed requests to read, at most. */
    private static final int MOST_FAILURES = 200;

    /**
     * A request with spans.
     *
     * @param seconds how long it took
     * @param traceId its trace
     * @param transactionId its id
     */
    record Traced(double seconds, String traceId, String transactionId) {}

    private final EvidenceQuestion question;
    private final List<SlowRequest> slow = new ArrayList<>();
    private final List<Traced> traced = new ArrayList<>();
    private final Set<String> failed = new LinkedHashSet<>();
    private final Map<String, String> traceOfFailed = new HashMap<>();
    private long failures;
    private @Nullable Instant firstFailure;

    RequestSelection(EvidenceQuestion question) {
        this.question = question;
    }

    EvidenceQuestion question() {
        return question;
    }

    void request(Map<String, Object> row) {
        double seconds = RowAttributes.number(row, "duration");
        question.slowAbove()
                .filter(threshold -> seconds > threshold.toNanos() / 1e9)
                .ifPresent(threshold -> slow.add(new SlowRequest(
                        seconds,
                        RowAttributes.number(row, "databaseDuration"),
                        RowAttributes.number(row, "externalDuration"),
                        question.weight())));
        if (question.errors() && RowAttributes.isTrue(row, "error")) {
            failures++;
            Instant at = RowAttributes.at(row);
            firstFailure = firstFailure == null || at.isBefore(firstFailure) ? at : firstFailure;
            failed(RowAttributes.text(row, "guid"), RowAttributes.text(row, "traceId", "trace.id"));
        }
    }

    /** A failed request and, where it is known, its trace. */
    void failed(String guid, String traceId) {
        if (question.errors() && !guid.isEmpty()) {
            failed.add(guid);
            if (!traceId.isEmpty()) {
                traceOfFailed.putIfAbsent(guid, traceId);
            }
        }
    }

    void entry(Traced request) {
        traced.add(request);
    }

    List<SlowRequest> slow() {
        return slow;
    }

    long failures() {
        return failures;
    }

    @Nullable
    Instant firstFailure() {
        return firstFailure;
    }

    /** Failed requests to look at: guid and trace, or an empty text where there is none. Those with a trace come first. */
    List<Map.Entry<String, String>> failedOnes() {
        Map<String, String> tracedToo = new HashMap<>();
        traced.forEach(each -> tracedToo.put(each.transactionId(), each.traceId()));
        return failed.stream()
                .sorted()
                .map(guid -> Map.entry(guid, traceOfFailed.getOrDefault(guid, tracedToo.getOrDefault(guid, ""))))
                .sorted(Comparator.comparing(
                        (Map.Entry<String, String> each) -> each.getValue().isEmpty()))
                .limit(MOST_FAILURES)
                .toList();
    }

    /** Slow requests with spans, spread evenly over how slow they were, slowest first. */
    List<Traced> slowTraces() {
        return spread(traced.stream().filter(this::isSlow).toList());
    }

    /** The others, spread likewise. */
    List<Traced> normalTraces() {
        return question.slowAbove().isEmpty()
                ? List.of()
                : spread(traced.stream().filter(each -> !isSlow(each)).toList());
    }

    private boolean isSlow(Traced request) {
        return question.slowAbove()
                .filter(threshold -> request.seconds() > threshold.toNanos() / 1e9)
                .isPresent();
    }

    private static List<Traced> spread(List<Traced> all) {
        List<Traced> sorted = all.stream()
                .sorted(Comparator.comparingDouble(Traced::seconds).reversed().thenComparing(Traced::transactionId))
                .toList();
        if (sorted.size() <= EvidenceSource.TRACES) {
            return sorted;
        }
        List<Traced> some = new ArrayList<>();
        for (int i = 0; i < EvidenceSource.TRACES; i++) {
            some.add(sorted.get((int) ((i + 0.5) * sorted.size() / EvidenceSource.TRACES)));
        }
        return some;
    }
}
