package io.github.sre4j.improve.cause;

import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.improve.cause.LatencyCauses.Group;
import io.github.sre4j.improve.effect.Saving;
import io.github.sre4j.improve.evidence.Breakdown;
import io.github.sre4j.improve.evidence.Segment;
import io.github.sre4j.trace.CodePlace;
import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.Statement;
import io.github.sre4j.trace.call.PathTemplate;
import io.github.sre4j.trace.error.ApplicationCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Makes a cause of what several traces show. */
final class CauseFacts {

    /** Whether a call is needed before the answer, or dependent calls can become one, the data does not say. */
    private static final double UNSURE = 0.5;

    private final List<SlowTrace> slow;
    private final List<SlowTrace> normal;
    private final Breakdown breakdown;
    private final double days;
    private final ApplicationCode code;

    CauseFacts(List<SlowTrace> slow, List<SlowTrace> normal, Breakdown breakdown, double days, ApplicationCode code) {
        this.slow = slow;
        this.normal = normal;
        this.breakdown = breakdown;
        this.days = days;
        this.code = code;
    }

    LatencyCause cause(Group group, Saving.Of of) {
        int first = firstTrace(group);
        Finding finding = group.byTrace().get(first).get(0);
        Optional<Span> span = slow.get(first).first(finding);
        Target target = target(finding, span);
        Optional<Segment> segment = segment(target);
        List<Fact> facts = new ArrayList<>();
        segment.ifPresent(found -> facts.add(metric(found)));
        facts.add(Fact.of(Basis.TRACES, "seen-in", group.seenIn(), (long) slow.size()));
        double calls = median(group.byTrace().stream()
                .filter(each -> !each.isEmpty())
                .map(each -> (double) each.stream().mapToInt(Finding::count).sum())
                .toList());
        facts.add(Fact.of(
                Basis.TRACES, "took", Math.round(calls), duration(group, Finding::unionNanos), Duration.ofNanos((long)
                        median(traceTimes(group)))));
        span.ifPresent(like -> normal(like, calls).ifPresent(facts::add));
        specifics(group, finding, target, facts);
        facts.add(Fact.of(Basis.TRACES, "example", slow.get(first).trace().id()));
        CauseKind kind = group.inTransaction() ? CauseKind.REMOTE_CALL_IN_TRANSACTION : CauseKind.of(group.kind());
        double confidence = median(group.all().stream().map(Finding::confidence).toList());
        boolean unsure = kind == CauseKind.REMOTE_CALL_IN_TRANSACTION || SlowTrace.dependent(finding);
        Cause cause = new Cause(
                kind,
                subject(group.kind(), finding, target),
                target,
                facts,
                unsure ? Math.min(confidence, UNSURE) : confidence,
                calls);
        return new LatencyCause(
                cause,
                saving(group, of),
                segment.map(found -> atMost(found, group)).orElse(Double.POSITIVE_INFINITY),
                slow.size(),
                group.spans());
    }

    private static int firstTrace(Group group) {
        for (int i = 0; i < group.byTrace().size(); i++) {
            if (!group.byTrace().get(i).isEmpty()) {
                return i;
            }
        }
        throw new IllegalStateException("a group without findings");
    }

    private Saving saving(Group group, Saving.Of of) {
        double normalNanos = median(normal.stream()
                .map(each -> (double) each.trace().durationNanos())
                .toList());
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < slow.size(); i++) {
            double saves = 0;
            for (Finding finding : group.byTrace().get(i)) {
                saves += saves(finding, slow.get(i), normalNanos);
            }
            double whole = slow.get(i).whole(of);
            shares.add(whole <= 0 ? 0 : Math.min(1, saves / whole));
        }
        return new Saving(of, shares);
    }

    /** The saving of the fix, capped by drag where the detector knows one. */
    private static double saves(Finding finding, SlowTrace trace, double normalNanos) {
        return switch (finding.kind()) {
            // A warm instance answers as it does later.
            case COLD_START -> Math.max(0, trace.trace().durationNanos() - normalNanos);
            // Off the path of the request, at best.
            case REMOTE_CALL_IN_TRANSACTION -> drag(finding, trace);
            case SERIAL_HTTP_CALLS ->
                finding.savesUpToNanos() > 0
                        ? finding.savesUpToNanos()
                        : Math.min(allButLongest(finding), drag(finding, trace));
            default -> finding.savesUpToNanos();
        };
    }

    /** Calls that need each other can only become one, which then takes as long as the longest of them. */
    private static double allButLongest(Finding finding) {
        long longest = finding.evidence().stream()
                .filter(each -> each.key() == Evidence.Key.LONGEST_NANOS)
                .mapToLong(Evidence::number)
                .max()
                .orElse(finding.unionNanos() / Math.max(1, finding.count()));
        return Math.max(0, finding.unionNanos() - longest);
    }

    private static double drag(Finding finding, SlowTrace trace) {
        return finding.spanIds().stream()
                .map(trace.trace()::indexOf)
                .filter(java.util.OptionalInt::isPresent)
                .mapToLong(
                        index -> trace.analysis().times().get(index.getAsInt()).dragNanos())
                .sum();
    }

    private Target target(Finding finding, Optional<Span> span) {
        if (span.isEmpty()) {
            return new Target.Handler();
        }
        Statement statement = span.get().statement();
        if (statement != null && statement.collection() != null) {
            return new Target.Query(new StatementTarget(
                    statement.collection().toLowerCase(Locale.ROOT),
                    Objects.requireNonNullElse(statement.operation(), "select").toLowerCase(Locale.ROOT),
                    statement.text()));
        }
        HttpCall http = span.get().http();
        if (http != null && http.host() != null) {
            String path = http.path();
            boolean visible = finding.evidence().stream().anyMatch(each -> each.key() == Evidence.Key.CALLEE_NANOS);
            return new Target.Call(http.host(), path == null ? "" : PathTemplate.of(path), visible);
        }
        CodePlace place = span.get().code();
        return place != null && place.method() != null && code.contains(place.className())
                ? Target.Code.of(place)
                : new Target.Handler();
    }

    private Optional<Segment> segment(Target target) {
        if (target instanceof Target.Query query) {
            return breakdown.statement(
                    query.statement().table(), query.statement().operation());
        }
        return target instanceof Target.Call call ? breakdown.host(call.host()) : Optional.empty();
    }

    private Fact metric(Segment segment) {
        return Fact.of(
                Basis.METRICS,
                "per-request",
                segment.tableOperation()
                        .map(found -> found.table() + " " + found.operation())
                        .or(segment::host)
                        .orElse(segment.name()),
                new Fact.Times(breakdown.perRequest(segment)),
                Duration.ofNanos(Math.round(segment.totalSeconds() / breakdown.requests() * 1e9)),
                breakdown.requests());
    }

    /** All the time metrics know for it, over the window, less the one call that stays of repeated ones. */
    private double atMost(Segment segment, Group group) {
        boolean repeats = group.kind() == FindingKind.N_PLUS_ONE_QUERIES
                || group.kind() == FindingKind.REPEATED_HTTP_CALLS
                || group.kind() == FindingKind.QUERY_CYCLE;
        double all = of(group.kind())
                .flatMap(kind -> breakdown.sum(each -> each.kind() == kind))
                .map(Segment::totalSeconds)
                .orElse(segment.totalSeconds());
        double perRequest = breakdown.perRequest(segment);
        return all * (repeats && perRequest > 1 ? 1 - 1 / perRequest : 1) / days;
    }

    /** Calls of such a group go to several tables or hosts, of which a segment is only one; empty for one alone. */
    private static Optional<Segment.Kind> of(FindingKind kind) {
        return switch (kind) {
            case QUERY_CYCLE, SERIAL_QUERIES -> Optional.of(Segment.Kind.DATASTORE);
            case SERIAL_HTTP_CALLS -> Optional.of(Segment.Kind.EXTERNAL);
            default -> Optional.empty();
        };
    }

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
        long count = Math.round(median(counts));
        return Optional.of(
                count == 0
                        ? Fact.of(Basis.TRACES, "normal-absent", (long) normal.size())
                        : Fact.of(
                                Basis.TRACES,
                                callsInSlow == count ? "normal-same" : "normal",
                                (long) normal.size(),
                                count,
                                Duration.ofNanos(Math.round(median(nanos)))));
    }

    private static void specifics(Group group, Finding finding, Target target, List<Fact> facts) {
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
            facts.add(Fact.of(Basis.TRACES, call.visible() ? "callee-visible" : "callee-silent", call.host()));
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

    private Duration duration(Group group, java.util.function.ToLongFunction<Finding> time) {
        return Duration.ofNanos(Math.round(median(group.byTrace().stream()
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

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
