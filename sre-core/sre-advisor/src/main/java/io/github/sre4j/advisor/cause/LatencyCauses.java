package io.github.sre4j.advisor.cause;

import io.github.sre4j.advisor.cause.CauseKind.Resource;
import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.impact.Saving;
import io.github.sre4j.advisor.impact.SlowRequest;
import io.github.sre4j.advisor.impact.SlowRequestTail;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.detect.Detectors;
import io.github.sre4j.trace.error.ApplicationCode;
import io.github.sre4j.trace.mask.MaskedAnalysis;
import io.github.sre4j.trace.story.TraceAnalyzer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why an endpoint's requests are slow: what the traces of slow requests have in common, each cause with what a fix would take from each of them,
 * beside what metrics and normal requests say. Immutable and thread-safe.
 */
public final class LatencyCauses {

    private final ApplicationCode code;
    private final OwnHosts own;

    /**
     * Looks for causes.
     *
     * @param code tells the application's classes from libraries
     * @param own tells the organisation's hosts from those of others
     */
    public LatencyCauses(ApplicationCode code, OwnHosts own) {
        this.code = code;
        this.own = own;
    }

    /**
     * The causes, in the order of the traces that show them first.
     *
     * @param evidence what is known about the endpoint; its latency was asked about
     * @param breakdown where its time goes by metrics, or {@link Breakdown#NONE}
     */
    public List<LatencyCause> of(EndpointEvidence evidence, Breakdown breakdown) {
        SlowRequestTail tail = evidence.slowRequests().orElseThrow();
        TraceAnalyzer reading =
                new TraceAnalyzer(Detectors.forThreshold(Math.max(1, Math.round(tail.thresholdSeconds() * 1e9))), code);
        List<SlowTrace> slow = read(evidence.slow(), reading);
        List<SlowTrace> normal = read(evidence.normal(), reading);
        Map<String, Group> groups = new LinkedHashMap<>();
        for (int i = 0; i < slow.size(); i++) {
            for (Finding finding : slow.get(i).findings()) {
                groups.computeIfAbsent(slow.get(i).key(finding), any -> new Group(finding.kind(), slow.size()))
                        .add(i, finding);
            }
        }
        markTransactions(groups);
        CauseFacts facts = new CauseFacts(
                slow,
                normal,
                breakdown,
                tail.days(),
                new Targets(code, own),
                new CohortFacts(slow, normal, List.copyOf(groups.values())),
                tail);
        List<LatencyCause> causes = new ArrayList<>();
        groups.values().stream()
                .filter(group -> group.kind() != FindingKind.REMOTE_CALL_IN_TRANSACTION || group.alone())
                .map(group -> facts.cause(group, of(tail, CauseKind.of(group.kind()))))
                .forEach(causes::add);
        if (causes.stream().allMatch(each -> each.saving().shares().stream().allMatch(share -> share == 0))) {
            causes.addAll(new MetricCauses(breakdown, tail, slow.size()).causes());
        }
        List<Fact> known = new ArrayList<>(SampleFacts.of(evidence));
        ExtremeRequest.fact(tail).ifPresent(known::add);
        return known.isEmpty()
                ? causes
                : causes.stream()
                        .map(each -> each.with(each.cause().with(known)))
                        .toList();
    }

    private static List<SlowTrace> read(List<TraceData> traces, TraceAnalyzer reading) {
        return traces.stream()
                .map(each -> new SlowTrace(MaskedAnalysis.ofClaims(reading.analyse(each))))
                .filter(each -> each.trace().size() > 0)
                .toList();
    }

    /** A share of the database's time says more than one of the whole, where every request tells its database time. */
    private static Saving.Of of(SlowRequestTail tail, CauseKind kind) {
        boolean database = tail.requests().stream()
                        .mapToDouble(SlowRequest::databaseSeconds)
                        .sum()
                > 0;
        boolean external = tail.requests().stream()
                        .mapToDouble(SlowRequest::externalSeconds)
                        .sum()
                > 0;
        if (kind.resource() == Resource.DATABASE && database) {
            return Saving.Of.DATABASE;
        }
        return kind.resource() == Resource.REMOTE && external ? Saving.Of.EXTERNAL : Saving.Of.DURATION;
    }

    /** A remote call in a transaction is the same call as one that another finding names: one cause, told with it. */
    private static void markTransactions(Map<String, Group> groups) {
        for (Group inTransaction : groups.values()) {
            if (inTransaction.kind() == FindingKind.REMOTE_CALL_IN_TRANSACTION) {
                for (Group other : groups.values()) {
                    if (other != inTransaction && other.sharesSpans(inTransaction)) {
                        other.markInTransaction();
                        inTransaction.markTold();
                    }
                }
            }
        }
    }

    /** Findings of one kind about one thing, over all traces. Not thread-safe. */
    static final class Group {
        private final FindingKind kind;
        private final List<List<Finding>> byTrace = new ArrayList<>();
        private boolean inTransaction;
        private boolean told;

        Group(FindingKind kind, int traces) {
            this.kind = kind;
            for (int i = 0; i < traces; i++) {
                byTrace.add(new ArrayList<>());
            }
        }

        void add(int trace, Finding finding) {
            byTrace.get(trace).add(finding);
        }

        FindingKind kind() {
            return kind;
        }

        List<List<Finding>> byTrace() {
            return byTrace;
        }

        List<Finding> all() {
            return byTrace.stream().flatMap(List::stream).toList();
        }

        /** How many traces show it. */
        long seenIn() {
            return byTrace.stream().filter(each -> !each.isEmpty()).count();
        }

        List<Set<String>> spans() {
            return byTrace.stream()
                    .map(each -> {
                        Set<String> ids = new HashSet<>();
                        each.forEach(finding -> ids.addAll(finding.spanIds()));
                        return Set.copyOf(ids);
                    })
                    .toList();
        }

        boolean sharesSpans(Group other) {
            List<Set<String>> mine = spans();
            List<Set<String>> others = other.spans();
            for (int i = 0; i < mine.size(); i++) {
                Set<String> there = others.get(i);
                if (mine.get(i).stream().anyMatch(there::contains)) {
                    return true;
                }
            }
            return false;
        }

        void markInTransaction() {
            inTransaction = true;
        }

        boolean inTransaction() {
            return inTransaction;
        }

        void markTold() {
            told = true;
        }

        /** Whether no other finding tells of the same call. */
        boolean alone() {
            return !told;
        }
    }
}
