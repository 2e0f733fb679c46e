package io.github.sre4j.gate;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.ExcludedName;
import io.github.sre4j.assess.GoalProgress;
import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.BaselineComparison;
import io.github.sre4j.baseline.Ratchet;
import io.github.sre4j.fix.FailingSli;
import io.github.sre4j.fix.FixReview;
import io.github.sre4j.fix.FixReviewer;
import io.github.sre4j.gate.GateReason.Kind;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.Rejections.Rejection;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a build passes. Immutable and thread-safe.
 *
 * <p>A build passes only on evidence: no event at all, no event in the window, or no endpoint that the standard judges is an outcome of its
 * own and fails unless {@link OnNoData#WARN} was asked for.
 */
public final class Gate {

    private static final int SHORTEST_REASON = 10;

    private final Enforcement enforcement;
    private final OnNoData onNoData;
    private final @Nullable String override;

    /** Makes a gate that nobody overrides. */
    public Gate(Enforcement enforcement, OnNoData onNoData) {
        this(enforcement, onNoData, null);
    }

    /**
     * Makes a gate.
     *
     * @param enforcement what a miss does to the build
     * @param onNoData what a service without telemetry does to it
     * @param override why a miss is to pass this once, or null; it opens nothing else: a build without telemetry fails all the same
     * @throws IllegalArgumentException if the override has no reason in it
     */
    public Gate(Enforcement enforcement, OnNoData onNoData, @Nullable String override) {
        this.enforcement = Objects.requireNonNull(enforcement, "enforcement");
        this.onNoData = Objects.requireNonNull(onNoData, "onNoData");
        this.override = override;
        if (override != null && override.strip().length() < SHORTEST_REASON) {
            throw new InvalidInputException(Message.of(Gate.class, "override-without-reason", SHORTEST_REASON));
        }
    }

    /** Decides about a build without a baseline. */
    public GateDecision decide(SourceReport source, Assessment assessment) {
        return decide(source, assessment, null);
    }

    /**
     * Decides about a build from what was read and what it showed.
     *
     * @param source what was read
     * @param assessment what it showed
     * @param baseline the misses known before, or null if there is no baseline; only {@link Enforcement#RATCHET} looks at it
     */
    public GateDecision decide(SourceReport source, Assessment assessment, @Nullable Baseline baseline) {
        return decide(source, assessment, baseline, null, List.of());
    }

    /**
     * Decides about a build that may carry the fix of what it misses.
     *
     * @param source what was read
     * @param assessment what it showed
     * @param baseline the misses known before, or null if there is no baseline; only {@link Enforcement#RATCHET} looks at it
     * @param book knows the fixes in flight, or null if nobody looks for any
     * @param sinceDeployment what was measured since the fixes were deployed; empty if nothing was
     */
    public GateDecision decide(
            SourceReport source,
            Assessment assessment,
            @Nullable Baseline baseline,
            @Nullable FixReviewer book,
            List<EndpointMeasurement> sinceDeployment) {
        List<GateReason> remarks = remarks(source, assessment);
        long usable = source.events() + source.outsideWindow();
        if (source.rejections().total() > usable) {
            Rejection first = source.rejections().named().get(0);
            GateReason reason =
                    GateReason.of(Kind.MOSTLY_REJECTED, source.rejections().total(), usable, place(first), first.why());
            return decision(CheckOutcome.TELEMETRY_UNREADABLE, false, false, reason, List.of());
        }
        if (judgedEvents(assessment) == 0
                && enforcement == Enforcement.ENFORCE
                && !source.incomplete().isEmpty()) {
            return incomplete(source, remarks);
        }
        if (judgedEvents(assessment) == 0) {
            return decision(
                    CheckOutcome.NO_TELEMETRY,
                    onNoData == OnNoData.WARN,
                    false,
                    noTelemetry(source, assessment),
                    remarks);
        }
        BaselineComparison comparison =
                enforcement == Enforcement.RATCHET ? Ratchet.compare(assessment, baseline) : null;
        if (comparison != null) {
            remarks.addAll(BaselineRemarks.of(comparison));
        }
        GoalProgress goal = assessment.goal();
        if (enforcement == Enforcement.ENFORCE && !source.incomplete().isEmpty()) {
            return with(comparison, null, FixReview.NONE, incomplete(source, remarks));
        }
        boolean complete = source.incomplete().isEmpty();
        if (goal.missed() == 0 && !TrafficRemarks.missesRoutes(assessment)) {
            return with(
                    comparison,
                    null,
                    FixReview.NONE,
                    decision(CheckOutcome.PASSED, true, complete, nothingMissed(goal), remarks));
        }
        List<FailingSli> failing = BlockingViolations.of(assessment, enforcement, comparison);
        FixReview fixes = book == null
                ? FixReview.NONE
                : book.review(failing, sinceDeployment, assessment.standard().familyWiseAlpha());
        remarks.addAll(FixRemarks.of(fixes));
        boolean allMissed = complete
                && BlockingViolations.of(assessment, Enforcement.ENFORCE, null).size() == failing.size();
        GateDecision decided = missed(goal, comparison, failing, allMissed, fixes, remarks);
        if (goal.missed() == 0) {
            decided = becauseOfRoutes(decided, assessment);
        }
        if (decided.passed() || override == null) {
            return with(comparison, null, fixes, decided);
        }
        remarks.add(0, decided.reasons().get(0));
        return with(
                comparison,
                override,
                fixes,
                decision(CheckOutcome.MISSED, true, false, GateReason.of(Kind.OVERRIDDEN, override), remarks));
    }

    private static GateReason nothingMissed(GoalProgress goal) {
        return goal.waived() > 0 && goal.met() == 0
                ? GateReason.of(Kind.ALL_WAIVED, goal.waived(), goal.endpoints())
                : GateReason.of(Kind.NOTHING_MISSED, goal.endpoints() - goal.waived());
    }

    private GateDecision incomplete(SourceReport source, List<GateReason> remarks) {
        List<GateReason> others = remarks.stream()
                .filter(reason -> reason.kind() != Kind.INCOMPLETE)
                .toList();
        return decision(CheckOutcome.TELEMETRY_INCOMPLETE, false, false, incomplete(source), others);
    }

    private static GateReason incomplete(SourceReport source) {
        return GateReason.of(
                Kind.INCOMPLETE, source.incomplete().size(), source.incomplete().get(0));
    }

    /** Where no endpoint misses, the requests without a route are the reason. */
    private GateDecision becauseOfRoutes(GateDecision decided, Assessment assessment) {
        GateReason routes = TrafficRemarks.unrouted(assessment).orElseThrow();
        boolean fixed = decided.reasons().get(0).kind() == Kind.FIX_COVERS;
        return decision(
                decided.outcome(),
                decided.passed(),
                decided.wouldPassEnforced(),
                fixed ? decided.reasons().get(0) : routes,
                decided.reasons().stream()
                        .skip(1)
                        .filter(reason -> reason.kind() != Kind.UNROUTED || fixed)
                        .toList());
    }

    private GateDecision missed(
            GoalProgress goal,
            @Nullable BaselineComparison comparison,
            List<FailingSli> failing,
            boolean allMissed,
            FixReview fixes,
            List<GateReason> remarks) {
        boolean inFlight = !failing.isEmpty()
                && failing.stream()
                        .allMatch(each ->
                                fixes.covering(each.endpoint(), each.kind()).isPresent());
        if (inFlight) {
            return decision(CheckOutcome.PASSED, true, allMissed, FixRemarks.verdict(failing), remarks);
        }
        if (comparison != null) {
            GateReason reason = BaselineRemarks.verdict(comparison, goal, fixes);
            boolean passes = reason.kind() != Kind.MISSED_WORSE;
            return decision(passes ? CheckOutcome.PASSED : CheckOutcome.MISSED, passes, false, reason, remarks);
        }
        boolean passes = enforcement == Enforcement.OBSERVE;
        Kind kind = passes ? Kind.MISSED_OBSERVED : Kind.MISSED_FAILS;
        CheckOutcome outcome = passes ? CheckOutcome.PASSED : CheckOutcome.MISSED;
        return decision(outcome, passes, false, GateReason.of(kind, goal.missed(), goal.endpoints()), remarks);
    }

    private static GateDecision with(
            @Nullable BaselineComparison comparison, @Nullable String override, FixReview fixes, GateDecision decided) {
        return new GateDecision(
                decided.enforcement(),
                decided.outcome(),
                decided.passed(),
                decided.wouldPassEnforced(),
                decided.reasons(),
                comparison,
                override,
                fixes);
    }

    private GateDecision decision(
            CheckOutcome outcome,
            boolean passed,
            boolean wouldPassEnforced,
            GateReason main,
            List<GateReason> remarks) {
        List<GateReason> reasons = new ArrayList<>();
        reasons.add(main);
        reasons.addAll(remarks);
        return new GateDecision(enforcement, outcome, passed, wouldPassEnforced, reasons);
    }

    private static long judgedEvents(Assessment assessment) {
        return assessment.endpoints().stream()
                .mapToLong(result -> result.measurement().whole().requests())
                .sum();
    }

    private static GateReason noTelemetry(SourceReport source, Assessment assessment) {
        if (source.events() > 0) {
            return GateReason.of(
                    Kind.NOTHING_JUDGED, source.events(), assessment.setAside().size());
        }
        Window asked = assessment.window();
        return source.seenWindow()
                .map(seen -> GateReason.of(
                        Kind.ALL_OUTSIDE_WINDOW,
                        source.outsideWindow(),
                        asked.from(),
                        asked.to(),
                        seen.from(),
                        seen.to()))
                .orElseGet(() -> GateReason.of(Kind.NO_EVENTS, source.description()));
    }

    private static String place(Rejection rejection) {
        return rejection.where() + ":" + rejection.line();
    }

    private static List<GateReason> remarks(SourceReport source, Assessment assessment) {
        List<GateReason> remarks = new ArrayList<>();
        List<ExcludedName> unclassified = assessment.setAside().stream()
                .filter(aside -> aside.notARequest().isEmpty())
                .toList();
        if (!unclassified.isEmpty()) {
            remarks.add(GateReason.of(
                    Kind.UNCLASSIFIED,
                    unclassified.size(),
                    unclassified.get(0).endpoint().name().value()));
        }
        unusedClasses(assessment).ifPresent(remarks::add);
        remarks.addAll(TrafficRemarks.of(assessment));
        if (!source.incomplete().isEmpty()) {
            remarks.add(incomplete(source));
        }
        if (source.rejections().total() > 0 && !source.rejections().named().isEmpty()) {
            Rejection first = source.rejections().named().get(0);
            remarks.add(GateReason.of(Kind.REJECTED, source.rejections().total(), place(first), first.why()));
        }
        if (source.sampling() instanceof Sampling.Sampled sampled) {
            remarks.add(GateReason.of(Kind.SAMPLED, sampled.keptShare()));
        }
        return remarks;
    }

    /** Most often a misspelt pattern. The classes that are built in are spelt well: where one is unused, the product has nothing of the kind. */
    private static Optional<GateReason> unusedClasses(Assessment assessment) {
        Set<EndpointClass> used = assessment.endpoints().stream()
                .map(EndpointResult::endpointClass)
                .collect(Collectors.toSet());
        List<EndpointClass> unused = assessment.standard().classes().stream()
                .filter(each -> !used.contains(each))
                .filter(each -> !DefaultStandard.get().classes().contains(each))
                .toList();
        return used.isEmpty() || unused.isEmpty()
                ? Optional.empty()
                : Optional.of(GateReason.of(
                        Kind.CLASS_UNUSED,
                        unused.size(),
                        unused.stream()
                                .map(each -> each.name() + " (" + each.match().get(0) + ")")
                                .collect(Collectors.joining(", "))));
    }
}
