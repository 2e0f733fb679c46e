package io.github.sre4j.trace.period;

import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.mask.TraceTextMasker;
import io.github.sre4j.trace.period.profile.EventType;
import io.github.sre4j.trace.period.profile.Execution;
import io.github.sre4j.trace.period.profile.Operation;
import io.github.sre4j.trace.period.profile.RequestProfile;
import io.github.sre4j.trace.period.profile.RequestProfiler;
import io.github.sre4j.trace.period.profile.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the requests of a period with those of a reference. Not thread-safe. */
public final class PeriodComparator {

    private static final double MIN_SURPRISE = 2.3;
    private static final double MIN_RATIO = 1.25;
    private static final int MAX_EVIDENCE = 6;

    private final Vocabulary vocabulary = new Vocabulary();
    private final RequestProfiler profiler = new RequestProfiler(vocabulary);
    private final TraceTextMasker masker = new TraceTextMasker();
    private final List<RequestProfile> reference = new ArrayList<>();
    private final List<RequestProfile> window = new ArrayList<>();

    /** Adds a request of the reference. */
    public void addReference(Trace trace) {
        add(trace, reference);
    }

    /** Adds a request of the period in question. */
    public void addWindow(Trace trace) {
        add(trace, window);
    }

    private void add(Trace trace, List<RequestProfile> into) {
        RequestProfile profile = profiler.of(trace);
        if (!profile.executions().isEmpty()) {
            into.add(profile);
        }
    }

    /** Compares what was added. */
    public PeriodComparison compare() {
        Strata strata = new Strata(vocabulary, reference);
        TimeBaseline baseline = new TimeBaseline(strata, reference);
        List<EventChange> events = EventChanges.find(strata, reference, window, MIN_SURPRISE);
        List<TimeChange> times = TimeChanges.all(vocabulary, baseline, reference, window);
        Map<TimeChange.Part, Deviation.Suspect> suspects =
                TimeDeviations.suspects(times, PeriodComparator::isSignificant);
        FlowDeviations flows = new FlowDeviations(vocabulary, events, reference);
        TimeDeviations slow = new TimeDeviations(vocabulary, baseline, times, suspects);
        CauseCollector causes = new CauseCollector();
        for (int i = 0; i < window.size(); i++) {
            Deviation flow = null;
            Deviation time = null;
            Set<Deviation.Suspect> all = new HashSet<>();
            for (Execution execution : window.get(i).executions()) {
                Deviation changed = flows.first(i, execution);
                if (changed != null) {
                    all.add(changed.suspect());
                    flow = earlier(flow, changed);
                }
                Deviation slower = slow.of(i, execution);
                if (slower != null) {
                    all.add(slower.suspect());
                    time = time == null || slower.excess() > time.excess() ? slower : time;
                }
            }
            Deviation first = earlier(flow, time);
            if (first != null) {
                causes.add(first, all);
            }
        }
        return new PeriodComparison(reference.size(), window.size(), ranked(causes, events, times, suspects));
    }

    private static @Nullable Deviation earlier(@Nullable Deviation one, @Nullable Deviation other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.at() < one.at()
                        || (other.at() == one.at()
                                && other.execution().depth() > one.execution().depth())
                ? other
                : one;
    }

    static boolean isSignificant(TimeChange change) {
        return change.surprise() >= 2
                && change.ratio() >= MIN_RATIO
                && change.excessNanos() >= TimeChanges.MIN_EXCESS_NANOS
                && change.requests() >= 2;
    }

    private List<RootCause> ranked(
            CauseCollector votes,
            List<EventChange> events,
            List<TimeChange> times,
            Map<TimeChange.Part, Deviation.Suspect> suspects) {
        record Scored(double score, RootCause cause) {}
        List<Scored> scored = new ArrayList<>();
        for (Deviation.Suspect suspect : votes.suspects()) {
            List<EventChange> changed =
                    suspect instanceof Deviation.Flow ? changed(suspect.service(), events) : List.of();
            List<TimeChange> slower = times.stream()
                    .filter(each -> suspect.equals(suspects.get(each.part())))
                    .toList();
            double surprise = votes.surprise(suspect);
            double score = surprise * votes.firstShare(suspect) * weightOfTime(suspect, slower);
            scored.add(new Scored(score, cause(votes, suspect, changed, slower, surprise)));
        }
        scored.sort(Comparator.comparingDouble(Scored::score)
                .reversed()
                .thenComparing(each -> each.cause().service()));
        return scored.stream().map(Scored::cause).toList();
    }

    /** Time that does not matter to those who wait is no cause: below 5% of the requests, proportionally less. */
    private double weightOfTime(Deviation.Suspect suspect, List<TimeChange> slower) {
        if (suspect instanceof Deviation.Flow) {
            return 1;
        }
        double excess = slower.stream().mapToDouble(TimeChange::excessNanos).sum();
        double typical = RankSum.median(
                reference.stream().mapToDouble(RequestProfile::durationNanos).toArray());
        return typical <= 0 ? 1 : Math.min(1, excess / (0.05 * typical));
    }

    private List<EventChange> changed(String service, List<EventChange> events) {
        return events.stream()
                .filter(each -> vocabulary.operation(each.operation()).service().equals(service))
                .sorted(Comparator.comparingDouble(EventChange::surprise).reversed())
                .toList();
    }

    private RootCause cause(
            CauseCollector votes,
            Deviation.Suspect suspect,
            List<EventChange> changed,
            List<TimeChange> slower,
            double surprise) {
        Deviation typical = votes.typical(suspect);
        RequestProfile example = window.get(typical.request());
        Set<Integer> passing = new HashSet<>();
        Map<String, Integer> onHosts = new HashMap<>();
        for (int i = 0; i < window.size(); i++) {
            for (Execution each : window.get(i).executions()) {
                if (vocabulary.operation(each.operation()).service().equals(suspect.service())) {
                    passing.add(i);
                    onHosts.merge(each.host(), 1, Integer::sum);
                }
            }
        }
        return new RootCause(
                kind(suspect, changed),
                suspect.service(),
                ConcernedHosts.of(votes.of(suspect), onHosts).stream()
                        .map(masker::text)
                        .toList(),
                masked(vocabulary.operation(typical.execution().operation())),
                typical.after() < 0 ? null : masked(vocabulary.event(typical.after())),
                typical.before() < 0 ? null : masked(vocabulary.event(typical.before())),
                slower.stream().mapToDouble(TimeChange::ratio).max().orElse(0),
                slower.stream().mapToDouble(TimeChange::excessNanos).max().orElse(0),
                votes.requests(suspect),
                Math.max(passing.size(), votes.requests(suspect)),
                surprise >= 6
                        ? RootCause.Certainty.HIGH
                        : surprise >= 4 ? RootCause.Certainty.MEDIUM : RootCause.Certainty.LOW,
                changed.stream().limit(MAX_EVIDENCE).map(this::event).toList(),
                slower.stream().limit(MAX_EVIDENCE).map(PeriodComparator::part).toList(),
                example.traceId(),
                typical.execution().spanId());
    }

    private RootCause.Kind kind(Deviation.Suspect suspect, List<EventChange> changed) {
        if (suspect instanceof Deviation.Busy) {
            return RootCause.Kind.OWN_TIME;
        }
        if (suspect instanceof Deviation.Backlog) {
            return RootCause.Kind.QUEUE;
        }
        if (suspect instanceof Deviation.Slow slow) {
            return slow.traced() ? RootCause.Kind.NETWORK : RootCause.Kind.DEPENDENCY;
        }
        return changed.stream()
                        .anyMatch(each ->
                                each.more() && vocabulary.event(each.event()).severe())
                ? RootCause.Kind.ERRORS
                : RootCause.Kind.CHANGED_FLOW;
    }

    private Operation masked(Operation operation) {
        return new Operation(operation.service(), masker.text(operation.name()));
    }

    private EventType masked(EventType event) {
        return new EventType(event.kind(), masker.text(event.text()), event.logger(), event.location(), event.severe());
    }

    private RootCause.ChangedEvent event(EventChange change) {
        return new RootCause.ChangedEvent(
                masked(vocabulary.operation(change.operation())),
                masked(vocabulary.event(change.event())),
                change.given() < 0 ? null : masked(vocabulary.event(change.given())),
                change.expected(),
                change.observed(),
                change.requests());
    }

    private static RootCause.SlowPart part(TimeChange change) {
        String caller = change.part() instanceof TimeChange.Connection connection
                ? connection.link().caller()
                : null;
        String callee = change.part() instanceof TimeChange.Connection connection
                ? connection.link().callee()
                : change.part() instanceof TimeChange.OwnCode process
                        ? process.service()
                        : ((TimeChange.Queue) change.part()).service();
        return new RootCause.SlowPart(caller, callee, change.ratio(), change.excessNanos(), change.requests());
    }
}
