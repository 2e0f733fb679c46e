package io.github.sre4j.advisor;

import io.github.sre4j.advisor.CauseLocator.Located;
import io.github.sre4j.advisor.cause.Callee;
import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.cause.ErrorCause;
import io.github.sre4j.advisor.cause.ErrorCauses;
import io.github.sre4j.advisor.cause.LatencyCause;
import io.github.sre4j.advisor.cause.LatencyCauses;
import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.cause.StartCauses;
import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.impact.SlowRequestTail;
import io.github.sre4j.advisor.remedy.ProposedFix;
import io.github.sre4j.advisor.remedy.Remedies;
import io.github.sre4j.advisor.remedy.RemedyContext;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.trace.error.ApplicationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds the changes that would help one endpoint. */
final class CandidateChangeFinder {

    /** Fewer requests a day are hardly any. */
    private static final double TRIVIAL_PER_DAY = 10;

    private final SourceIndex index;
    private final LatencyCauses latencyCauses;
    private final ErrorCauses errorCauses;
    private final double days;

    CandidateChangeFinder(SourceIndex index, ApplicationCode code, OwnHosts own, double days) {
        this.index = index;
        this.latencyCauses = new LatencyCauses(code, own);
        this.errorCauses = new ErrorCauses(code);
        this.days = days;
    }

    /** The changes for an endpoint, in no order. */
    List<CandidateChange> of(MaxImpact ceiling, EndpointEvidence evidence, Breakdown breakdown) {
        List<CandidateChange> changes = new ArrayList<>();
        EndpointName endpoint = ceiling.result().endpoint().name();
        SourceIndex informed = ControllerSpans.addTo(index, endpoint, evidence);
        if (ceiling.latency() != null && evidence.slowRequests().isPresent()) {
            SlowRequestTail tail = evidence.slowRequests().orElseThrow();
            Optional<SlowRequestTail> early = evidence.startEffect()
                    .map(start -> new SlowRequestTail(
                            tail.thresholdSeconds(), tail.days(), start.requests(), tail.relativeError()));
            double excess = tail.excessPerDay()
                    + early.map(SlowRequestTail::excessPerDay).orElse(0.0);
            List<LatencyCause> causes = latencyCauses.of(evidence, breakdown);
            causes.forEach(each -> changes.add(slow(ceiling, tail, excess, each, informed)));
            new SerialSlowCalls(informed)
                    .find(causes, endpoint)
                    .forEach(each -> changes.add(slow(ceiling, tail, excess, each, informed)));
            early.ifPresent(starts -> changes.add(afterStarts(
                    ceiling,
                    starts,
                    excess,
                    StartCauses.of(evidence.startEffect().orElseThrow()))));
        }
        if (ceiling.errors() != null && evidence.failedRequests().isPresent()) {
            changes.addAll(failed(ceiling, evidence, breakdown, informed));
        }
        return changes;
    }

    /** Returns the change for requests after a start; it has no location, because no line of the endpoint warms up the process. */
    private CandidateChange afterStarts(MaxImpact ceiling, SlowRequestTail tail, double excess, LatencyCause cause) {
        ProposedFix fix = Remedies.forLatency(
                situation(ceiling, new Located(cause.cause(), List.of(), false, List.of()), SourceIndex.NONE));
        return new CandidateChange(
                ceiling.result().endpoint(),
                Objects.requireNonNull(ceiling.latency()),
                requestsPerDay(ceiling, ceiling.latency()),
                excess,
                cause.cause(),
                List.of(),
                new Fixability(Fixability.Place.SERVICE, fix.kind()),
                fix,
                trivial(ceiling) ? Caveat.TRIVIAL_TRAFFIC : null,
                new ImpactModel.AfterStarts(tail, cause));
    }

    private CandidateChange slow(
            MaxImpact ceiling, SlowRequestTail tail, double excess, LatencyCause cause, SourceIndex informed) {
        Located located = new CauseLocator(informed)
                .locate(cause.cause(), ceiling.result().endpoint().name());
        ProposedFix fix = Remedies.forLatency(situation(ceiling, located, informed));
        Callee callee = callee(located.cause());
        Caveat caveat =
                trivial(ceiling) ? Caveat.TRIVIAL_TRAFFIC : callee == Callee.THIRD_PARTY ? Caveat.THIRD_PARTY : null;
        Fixability.Place place = switch (callee) {
            case SEEN -> located.known(fix);
            case UNKNOWN -> Fixability.Place.UNSEEN_SERVICE;
            case THIRD_PARTY -> Fixability.Place.THIRD_PARTY;
        };
        return new CandidateChange(
                ceiling.result().endpoint(),
                Objects.requireNonNull(ceiling.latency()),
                requestsPerDay(ceiling, ceiling.latency()),
                excess,
                located.cause(),
                placesOf(fix, located.places()),
                new Fixability(place, fix.kind()),
                fix,
                caveat,
                new ImpactModel.Waiting(tail, cause));
    }

    private static RemedyContext situation(MaxImpact ceiling, Located located, SourceIndex informed) {
        return new RemedyContext(
                located.cause(), located.places(), located.exact(), located.hints(), informed, ceiling.threshold());
    }

    /** Where a single slow call spends its time; all else happens in the service itself. */
    private static Callee callee(Cause cause) {
        return cause.kind() == CauseKind.SLOW_EXTERNAL_CALL && cause.target() instanceof Target.Call call
                ? call.callee()
                : Callee.SEEN;
    }

    private double requestsPerDay(MaxImpact ceiling, SliResult sli) {
        return MaxImpact.weight(ceiling.result()) * sli.tally().total() / days;
    }

    private boolean trivial(MaxImpact ceiling) {
        return ceiling.result().measurement().traffic() / days < TRIVIAL_PER_DAY;
    }

    /** Returns the locations of the change if they are known, and otherwise all that are possible. */
    private static List<SourceLocation> placesOf(ProposedFix fix, List<SourceLocation> places) {
        return fix.places().isEmpty() ? places : fix.places();
    }

    private List<CandidateChange> failed(
            MaxImpact ceiling, EndpointEvidence evidence, Breakdown breakdown, SourceIndex informed) {
        SliResult sli = Objects.requireNonNull(ceiling.errors());
        double each = ceiling.secondsEachFailure();
        List<ErrorCause> causes =
                errorCauses.of(evidence, breakdown, sli.tally(), MaxImpact.weight(ceiling.result()), days);
        double all = causes.stream().mapToDouble(ErrorCause::failedPerDay).sum();
        List<CandidateChange> changes = new ArrayList<>();
        for (ErrorCause cause : causes) {
            if (cause.failedPerDay() < ImpactModel.LEAST_SHARE * all) {
                continue;
            }
            Located located = new CauseLocator(informed)
                    .locate(cause.cause(), ceiling.result().endpoint().name());
            ProposedFix fix = Remedies.forErrors(situation(ceiling, located, informed), cause.remedy());
            changes.add(new CandidateChange(
                    ceiling.result().endpoint(),
                    sli,
                    requestsPerDay(ceiling, sli),
                    all * each,
                    located.cause(),
                    placesOf(fix, located.places()),
                    new Fixability(located.known(fix), fix.kind()),
                    fix,
                    trivial(ceiling) ? Caveat.TRIVIAL_TRAFFIC : null,
                    new ImpactModel.Failures(cause, each)));
        }
        return changes;
    }
}
