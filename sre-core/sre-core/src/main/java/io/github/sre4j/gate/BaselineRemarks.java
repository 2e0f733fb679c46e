package io.github.sre4j.gate;

import io.github.sre4j.assess.GoalProgress;
import io.github.sre4j.baseline.BaselineComparison;
import io.github.sre4j.baseline.BaselineComparison.Missed;
import io.github.sre4j.baseline.BaselineComparison.Stale;
import io.github.sre4j.baseline.BaselineComparison.State;
import io.github.sre4j.baseline.BaselineComparison.Why;
import io.github.sre4j.baseline.KnownViolation;
import io.github.sre4j.fix.FixReview;
import io.github.sre4j.gate.GateReason.Kind;
import io.github.sre4j.sli.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the gate says of the baseline. */
final class BaselineRemarks {

    private BaselineRemarks() {}

    /** Why misses pass or fail under the ratchet, but for those of which a fix is in flight. */
    static GateReason verdict(BaselineComparison comparison, GoalProgress goal, FixReview fixes) {
        if (!comparison.present()) {
            return GateReason.of(Kind.MISSED_NO_BASELINE, goal.missed(), goal.endpoints());
        }
        List<Missed> news = failing(comparison, State.NEW, fixes);
        List<Missed> worse = failing(comparison, State.WORSE, fixes);
        if (news.isEmpty() && worse.isEmpty()) {
            return GateReason.of(Kind.MISSED_KNOWN, goal.missed(), goal.endpoints());
        }
        String first = Stream.concat(news.stream(), worse.stream())
                .map(Missed::label)
                .findFirst()
                .orElseThrow();
        return GateReason.of(Kind.MISSED_WORSE, endpoints(news), endpoints(worse), first);
    }

    private static List<Missed> failing(BaselineComparison comparison, State state, FixReview fixes) {
        return comparison.in(state).stream()
                .filter(miss -> fixes.covering(miss.endpoint(), miss.kind()).isEmpty())
                .toList();
    }

    static List<GateReason> of(BaselineComparison comparison) {
        List<GateReason> remarks = new ArrayList<>();
        if (!comparison.present()) {
            return remarks;
        }
        List<KnownViolation> edited = comparison.baseline().edited();
        if (!edited.isEmpty()) {
            remarks.add(GateReason.of(
                    Kind.BASELINE_EDITED,
                    edited.size(),
                    Endpoint.of(edited.get(0).endpoint()).label()));
        }
        if (!comparison.sameStandard()) {
            remarks.add(GateReason.of(
                    Kind.BASELINE_OTHER_STANDARD,
                    comparison.baseline().standardName() + " "
                            + comparison.baseline().standardVersion()));
        }
        stale(comparison, Why.MET, Kind.BASELINE_MET).forEach(remarks::add);
        stale(comparison, Why.GONE, Kind.BASELINE_GONE).forEach(remarks::add);
        return remarks;
    }

    private static Stream<GateReason> stale(BaselineComparison comparison, Why why, Kind kind) {
        List<Stale> stale =
                comparison.stale().stream().filter(each -> each.why() == why).toList();
        return stale.isEmpty()
                ? Stream.empty()
                : Stream.of(GateReason.of(
                        kind, stale.size(), stale.get(0).entry().endpoint().value()));
    }

    private static long endpoints(List<Missed> misses) {
        return misses.stream().map(Missed::endpoint).distinct().count();
    }
}
