package io.github.sre4j.advisor.cause;

import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.evidence.StartEffect;
import io.github.sre4j.advisor.impact.Saving;
import io.github.sre4j.advisor.impact.SlowRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes a cause of slow requests after starts of the service: a warm process would have answered them as it did later. */
public final class StartCauses {

    private static final double BY_EVENT = 0.9;

    /** The first request that is known of an instance may be one of many. */
    private static final double BY_FIRST_REQUEST = 0.7;

    private StartCauses() {}

    /** Returns the cause. */
    public static LatencyCause of(StartEffect start) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                Basis.EVENTS,
                start.starts() == 1 ? "start-share" : "start-share.several",
                new Fact.Share(start.shareOfExcess()),
                start.within(),
                start.first(),
                (long) start.requests().size(),
                start.slow(),
                (long) start.starts()));
        facts.add(Fact.of(Basis.EVENTS, "start-sign." + start.sign()));
        facts.add(Fact.of(Basis.EVENTS, "start-later", Duration.ofNanos(Math.round(start.usualSeconds() * 1e9))));
        Cause cause = new Cause(
                CauseKind.COLD_START,
                "",
                new Target.Handler(),
                facts,
                start.sign() == StartEffect.Sign.FIRST_REQUEST ? BY_FIRST_REQUEST : BY_EVENT,
                0);
        return new LatencyCause(cause, saving(start), Double.POSITIVE_INFINITY, 0, List.of(Set.of()));
    }

    private static Saving saving(StartEffect start) {
        List<SlowRequest> all = start.requests();
        int worlds = Math.min(EvidenceSource.TRACES, all.size());
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < worlds; i++) {
            double seconds = all.get((int) ((i + 0.5) * all.size() / worlds)).seconds();
            shares.add(seconds == 0 ? 0 : Math.max(0, 1 - start.usualSeconds() / seconds));
        }
        return new Saving(Saving.Of.DURATION, shares);
    }
}
