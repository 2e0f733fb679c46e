package io.github.sre4j.advisor.cause;

import io.github.sre4j.advisor.cause.LatencyCauses.Group;
import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.Segment;
import io.github.sre4j.advisor.impact.Saving;
import io.github.sre4j.advisor.impact.SlowRequest;
import io.github.sre4j.advisor.impact.SlowRequestTail;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Makes a cause of what several traces show. */
final class CauseFacts {

    /** Whether a call is needed before the answer, or dependent calls can become one, the data does not say. */
    private static final double UNSURE = 0.5;

    /** Of so many traces one alone stands for itself. */
    private static final int SEVERAL = 3;

    private final List<SlowTrace> slow;
    private final List<SlowTrace> normal;
    private final Breakdown breakdown;
    private final double days;
    private final Targets targets;
    private final Savings savings;
    private final CohortFacts cohorts;
    private final SlowRequestTail tail;

    CauseFacts(
            List<SlowTrace> slow,
            List<SlowTrace> normal,
            Breakdown breakdown,
            double days,
            Targets targets,
            CohortFacts cohorts,
            SlowRequestTail tail) {
        this.slow = slow;
        this.normal = normal;
        this.breakdown = breakdown;
        this.days = days;
        this.targets = targets;
        this.savings = new Savings(slow, normal);
        this.cohorts = cohorts;
        this.tail = tail;
    }

    LatencyCause cause(Group group, Saving.Of of) {
        int first = firstTrace(group);
        Finding finding = group.byTrace().get(first).get(0);
        Optional<Span> span = slow.get(first).first(finding);
        Target target = target(slow.get(first), span, group);
        ComponentFacts parts =
                new ComponentFacts(CauseComponent.of(group, target, slow, breakdown, targets), breakdown);
        List<Fact> facts = new ArrayList<>(parts.facts());
        facts.add(Fact.of(Basis.TRACES, "seen-in", group.seenIn(), (long) slow.size()));
        double calls = Medians.of(group.byTrace().stream()
                .filter(each -> !each.isEmpty())
                .map(each -> (double) each.stream().mapToInt(Finding::count).sum())
                .toList());
        facts.add(Fact.of(
                Basis.TRACES, "took", Math.round(calls), duration(group, Finding::unionNanos), Duration.ofNanos((long)
                        Medians.of(traceTimes(group)))));
        boolean call = target instanceof Target.Query || target instanceof Target.Call;
        List<Fact> compared = call ? cohorts.about(group) : List.of();
        if (compared.isEmpty()) {
            span.flatMap(like -> normal(like, calls)).ifPresent(facts::add);
        }
        facts.addAll(compared);
        facts.addAll(cohorts.besides(call));
        specifics(group, finding, target, facts);
        facts.add(Fact.of(Basis.TRACES, "example", slow.get(first).trace().id()));
        CauseKind kind = group.inTransaction() ? CauseKind.REMOTE_CALL_IN_TRANSACTION : CauseKind.of(group.kind());
        double confidence =
                Medians.of(group.all().stream().map(Finding::confidence).toList());
        boolean batches = kind == CauseKind.CHUNKED_READS || kind == CauseKind.PAGED_READS;
        boolean unsure = batches || kind == CauseKind.REMOTE_CALL_IN_TRANSACTION || SlowTrace.dependent(finding);
        Cause cause = new Cause(
                kind,
                subject(group.kind(), finding, target),
                target,
                facts,
                unsure ? Math.min(confidence, UNSURE) : confidence,
                calls);
        return new LatencyCause(
                cause,
                savings.of(group, of),
                Math.min(
                        parts.measured() ? atMost(parts.seconds(), group, target) : Double.POSITIVE_INFINITY,
                        ofOneRequest(group, first)),
                slow.size(),
                group.spans());
    }

    private Target target(SlowTrace trace, Optional<Span> span, Group group) {
        Optional<String> elsewhere = span.map(Span::service)
                .filter(service -> !service.equals(trace.trace().span(0).service()));
        return elsewhere.isPresent()
                ? new Target.Elsewhere(elsewhere.get())
                : span.map(targets::of)
                        .map(found -> targets.seenIn(found, slow, group.byTrace()))
                        .orElseGet(Target.Handler::new);
    }

    /** Limits a cause found in one of several requests to the excess wait of that request. */
    private double ofOneRequest(Group group, int only) {
        if (group.seenIn() > 1 || slow.size() < SEVERAL) {
            return Double.POSITIVE_INFINITY;
        }
        double waited = slow.get(only).trace().durationNanos() / 1e9 - tail.thresholdSeconds();
        double weight = tail.requests().stream()
                .mapToDouble(SlowRequest::weight)
                .average()
                .orElse(1);
        return Math.max(0, waited) * weight / days;
    }

    private static int firstTrace(Group group) {
        for (int i = 0; i < group.byTrace().size(); i++) {
            if (!group.byTrace().get(i).isEmpty()) {
                return i;
            }
        }
        throw new IllegalStateException("a group without findings");
    }

    /** All the time metrics know for its calls, over the window, less the one call that stays of repeated ones. */
    private double atMost(double seconds, Group group, Target target) {
        boolean repeats = group.kind() == FindingKind.N_PLUS_ONE_QUERIES
                || group.kind() == FindingKind.REPEATED_WRITES
                || group.kind() == FindingKind.REPEATED_HTTP_CALLS
                || group.kind() == FindingKind.QUERY_CYCLE;
        double perRequest = repeats ? segment(target).map(breakdown::perRequest).orElse(0.0) : 0;
        return seconds * (perRequest > 1 ? 1 - 1 / perRequest : 1) / days;
    }

    private Optional<Segment> segment(Target target) {
        if (target instanceof Target.Query query) {
            return breakdown.statement(
                    query.statement().table(), query.statement().operation());
        }
        return target instanceof Target.Call call ? breakdown.host(call.host()) : Optional.empty();
    }

    /** What a few normal traces say, too few to compare. */
    private Optional<Fact> normal(Span like, double callsInSlow) {
        if (normal.isEmpty()) {
            return Optional.empty();
        }
        List<Double> counts = new ArrayList<>();
        List<Double> nanos = new ArrayList<>();
        for (SlowTrace trace : normal) {
            SlowTrace.CallsOf there = trace.like(like);
            counts.add((double) there.count());
            nanos.add((double) there.nanos());
        }
        long count = Math.round(Medians.of(counts));
        return Optional.of(
                count == 0
                        ? Fact.of(Basis.TRACES, "normal-absent", (long) normal.size())
                        : Fact.of(
                                Basis.TRACES,
                                callsInSlow == count ? "normal-same" : "normal",
                                (long) normal.size(),
                                count,
                                Duration.ofNanos(Math.round(Medians.of(nanos)))));
    }

    private static void specifics(Group group, Finding finding, Target target, List<Fact> facts) {
        if (target instanceof Target.Elsewhere elsewhere) {
            facts.add(Fact.of(Basis.TRACES, "in-service", elsewhere.service()));
        }
        if (finding.kind() == FindingKind.SERIAL_HTTP_CALLS || finding.kind() == FindingKind.REPEATED_HTTP_CALLS) {
            facts.add(Fact.of(
                    Basis.TRACES,
                    switch (finding.independence().verdict()) {
                        case INDEPENDENT -> "independent";
                        case DEPENDENT -> "dependent";
                        case UNKNOWN -> "independence-unknown";
                    }));
        }
        if (group.inTransaction() || finding.kind() == FindingKind.REMOTE_CALL_IN_TRANSACTION) {
            facts.add(Fact.of(Basis.TRACES, "in-transaction"));
        }
        if (finding.kind() == FindingKind.SLOW_EXTERNAL_CALL && target instanceof Target.Call call) {
            facts.add(Fact.of(
                    Basis.TRACES,
                    switch (call.callee()) {
                        case SEEN -> "callee-visible";
                        case UNKNOWN -> "callee-unknown";
                        case THIRD_PARTY -> "callee-silent";
                    },
                    call.host()));
        }
        if (finding.kind() == FindingKind.RETRIES) {
            facts.add(Fact.of(Basis.TRACES, "retried"));
        }
        if (finding.kind() == FindingKind.SLOW_QUERY) {
            facts.add(Fact.of(Basis.TRACES, "plan-unknown"));
        }
    }

    private static String subject(FindingKind kind, Finding finding, Target target) {
        if (target instanceof Target.Query query) {
            return query.statement().operation() + " " + query.statement().table();
        }
        return target instanceof Target.Call call && kind != FindingKind.SERIAL_HTTP_CALLS
                ? call.host() + call.path()
                : finding.subject();
    }

    private static Duration duration(Group group, ToLongFunction<Finding> time) {
        return Duration.ofNanos(Math.round(Medians.of(group.byTrace().stream()
                .filter(each -> !each.isEmpty())
                .map(each -> (double) each.stream().mapToLong(time).sum())
                .toList())));
    }

    private List<Double> traceTimes(Group group) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < slow.size(); i++) {
            if (!group.byTrace().get(i).isEmpty()) {
                times.add((double) slow.get(i).trace().durationNanos());
            }
        }
        return times;
    }
}
