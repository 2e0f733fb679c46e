package io.github.sre4j.advisor.evidence.files;

import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.evidence.StartEffect;
import io.github.sre4j.advisor.evidence.files.RequestTimes.AfterStarts;
import io.github.sre4j.advisor.impact.SlowRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final RequestTimes times;
    private @Nullable AfterStarts starts;
    private final List<Traced> traced = new ArrayList<>();
    private final Set<String> failed = new LinkedHashSet<>();
    private final Map<String, String> traceOfFailed = new HashMap<>();
    private long failures;
    private @Nullable Instant firstFailure;

    RequestSelection(EvidenceQuestion question) {
        this.question = question;
        this.times = new RequestTimes(threshold(question));
    }

    private static double threshold(EvidenceQuestion question) {
        return question.slowAbove().map(each -> each.toNanos() / 1e9).orElse(Double.POSITIVE_INFINITY);
    }

    EvidenceQuestion question() {
        return question;
    }

    void request(Map<String, Object> row) {
        double seconds = RowAttributes.number(row, "duration");
        String instance = RowAttributes.text(row, "realAgentId", "host");
        long millis = RowAttributes.at(row).toEpochMilli();
        if (seconds > threshold(question)) {
            times.add(
                    instance,
                    millis,
                    new SlowRequest(
                            seconds,
                            RowAttributes.number(row, "databaseDuration"),
                            RowAttributes.number(row, "externalDuration"),
                            question.weight()),
                    RowAttributes.text(row, "guid"));
        } else {
            times.add(instance, millis, seconds);
        }
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

    /** Separates the slow requests that came shortly after a start; once, after all requests were added. */
    void separate(ServiceStarts all) {
        starts = times.afterStarts(all).orElse(null);
    }

    /** Returns the slow requests that no start explains. */
    List<SlowRequest> slow() {
        return times.slowExcept(starts == null ? Set.of() : starts.indexes());
    }

    /** Returns the slow requests that came shortly after a start, if they tell of it. */
    Optional<StartEffect> startEffect() {
        return Optional.ofNullable(starts).map(AfterStarts::effect);
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

    /** Slow requests with spans that no start explains, sampled by what they add to the waiting, slowest first. */
    List<Traced> slowTraces() {
        Set<String> early = starts == null ? Set.of() : times.guids(starts.indexes());
        return TraceSample.byExcess(
                traced.stream()
                        .filter(this::isSlow)
                        .filter(each -> !early.contains(each.transactionId()))
                        .toList(),
                threshold(question),
                EvidenceSource.TRACES);
    }

    /** The others, sampled evenly. */
    List<Traced> normalTraces() {
        return question.slowAbove().isEmpty()
                ? List.of()
                : TraceSample.evenly(
                        traced.stream().filter(each -> !isSlow(each)).toList(), EvidenceSource.TRACES);
    }

    private boolean isSlow(Traced request) {
        return request.seconds() > threshold(question);
    }
}
