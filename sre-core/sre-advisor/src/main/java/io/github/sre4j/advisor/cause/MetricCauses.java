package io.github.sre4j.advisor.cause;

import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.Segment;
import io.github.sre4j.advisor.impact.Saving;
import io.github.sre4j.advisor.impact.SlowRequest;
import io.github.sre4j.advisor.impact.SlowRequestTail;
import io.github.sre4j.code.StatementTarget;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What metrics alone say where no slow request left a trace that shows a cause: which part takes most of the time. */
final class MetricCauses {

    /** Counts are exact, but which request makes the calls, and one from another, nobody has seen. */
    private static final double COUNTED = 0.7;

    /** Time of code is a hint at most. */
    private static final double HINT = 0.3;

    /** As many statements of one kind in a request are most likely one a row. */
    private static final double REPEATED = 5;

    /** Code of the container, in which everything else runs. */
    private static final Set<String> CONTAINER = Set.of("Java/other");

    private final Breakdown breakdown;
    private final SlowRequestTail tail;
    private final int traces;

    MetricCauses(Breakdown breakdown, SlowRequestTail tail, int traces) {
        this.breakdown = breakdown;
        this.tail = tail;
        this.traces = traces;
    }

    /** The part that takes most; empty if metrics know none. */
    List<LatencyCause> causes() {
        return breakdown.segments().stream()
                .filter(each -> !CONTAINER.contains(each.name()) && each.exclusiveSeconds() > 0)
                .limit(1)
                .map(this::cause)
                .toList();
    }

    private LatencyCause cause(Segment segment) {
        double perRequest = breakdown.perRequest(segment);
        boolean repeated = perRequest >= REPEATED;
        CauseKind kind = switch (segment.kind()) {
            case DATASTORE -> repeated ? CauseKind.N_PLUS_ONE_QUERIES : CauseKind.SLOW_QUERY;
            case EXTERNAL -> repeated ? CauseKind.REPEATED_HTTP_CALLS : CauseKind.SLOW_EXTERNAL_CALL;
            case CODE -> CauseKind.UNINSTRUMENTED_GAP;
        };
        String subject = segment.tableOperation()
                .map(found -> found.operation() + " " + found.table())
                .or(segment::host)
                .orElse(segment.name());
        Target target = segment.tableOperation()
                .<Target>map(found -> new Target.Query(new StatementTarget(found.table(), found.operation(), null)))
                .or(() -> segment.host().map(host -> new Target.Call(host, "", Callee.UNKNOWN)))
                .orElseGet(() -> code(segment.name()));
        double left = repeated ? 1 - 1 / perRequest : 1;
        Cause cause = new Cause(
                kind,
                subject,
                target,
                List.of(
                        Fact.of(
                                Basis.METRICS,
                                "per-request",
                                subject,
                                new Fact.Times(perRequest),
                                Duration.ofNanos(Math.round(segment.totalSeconds() / breakdown.requests() * 1e9)),
                                breakdown.requests()),
                        traces == 0
                                ? Fact.of(Basis.TRACES, "no-traces")
                                : Fact.of(Basis.TRACES, "traces-show-nothing", (long) traces)),
                segment.kind() == Segment.Kind.CODE ? HINT : COUNTED,
                perRequest);
        Saving saving = saving(segment, left);
        return new LatencyCause(cause, saving, segment.totalSeconds() * left / tail.days(), 0, List.of(Set.of()));
    }

    /** Its part of the time of all segments of its kind; requests that say nothing of databases are taken as a whole. */
    private Saving saving(Segment segment, double left) {
        double database = tail.requests().stream()
                .mapToDouble(SlowRequest::databaseSeconds)
                .sum();
        boolean ofDatabase = segment.kind() == Segment.Kind.DATASTORE && database > 0;
        double all = breakdown
                .sum(each -> !ofDatabase || each.kind() == Segment.Kind.DATASTORE)
                .map(Segment::exclusiveSeconds)
                .orElse(0.0);
        double share = all <= 0 ? 0 : Math.min(1, segment.exclusiveSeconds() / all * left);
        return Saving.everywhere(ofDatabase ? Saving.Of.DATABASE : Saving.Of.DURATION, share);
    }

    /** The class and method that a metric of code ends with. */
    private static Target code(String name) {
        int java = name.indexOf("Java/");
        int slash = name.lastIndexOf('/');
        int begin = java >= 0 ? java + "Java/".length() : name.indexOf('/') + 1;
        return slash > begin
                ? new Target.Code(name.substring(begin, slash), name.substring(slash + 1), 0)
                : new Target.Handler();
    }
}
