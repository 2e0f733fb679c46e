package io.github.sre4j.baseline;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.SliKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A check held against the baseline.
 *
 * @param baseline the baseline; one without misses if there is none yet
 * @param present whether there is a baseline
 * @param sameStandard whether the baseline was measured against the standard of this check
 * @param misses every missed SLI of the check, in the check's order
 * @param stale entries of the baseline that nothing misses any more
 */
public record BaselineComparison(
        Baseline baseline, boolean present, boolean sameStandard, List<Missed> misses, List<Stale> stale) {

    /** Copies the lists. */
    public BaselineComparison {
        Objects.requireNonNull(baseline, "baseline");
        misses = List.copyOf(misses);
        stale = List.copyOf(stale);
    }

    /** What a missed SLI is to the baseline. */
    public enum State {
        /** It is known and not significantly worse. */
        KNOWN("known"),
        /** It is known and significantly worse than when it was written down, in both halves of the window. */
        WORSE("worse"),
        /** It is not in the baseline. */
        NEW("new"),
        /** It is not in the baseline, which was measured against another standard or threshold. */
        OTHER_STANDARD("other-standard");

        private final String id;

        State(String id) {
            this.id = id;
        }

        /** The word used in files. */
        public String id() {
            return id;
        }
    }

    /**
     * A missed SLI.
     *
     * @param endpoint the endpoint
     * @param label its label
     * @param kind the SLI
     * @param state what it is to the baseline
     */
    public record Missed(EndpointName endpoint, String label, SliKind kind, State state) {}

    /** Why an entry is stale. */
    public enum Why {
        /** The endpoint has no traffic in the window, or no such SLI any more. */
        GONE,
        /** The SLI is met over the whole window. */
        MET
    }

    /**
     * An entry of the baseline that nothing misses any more.
     *
     * @param entry the entry
     * @param why why
     */
    public record Stale(KnownViolation entry, Why why) {}

    /** The missed SLIs in that state. */
    public List<Missed> in(State state) {
        return misses.stream().filter(miss -> miss.state() == state).toList();
    }

    /** The state of an SLI; empty if it is not missed. */
    public Optional<State> stateOf(EndpointName endpoint, SliKind kind) {
        return misses.stream()
                .filter(miss -> miss.kind() == kind && miss.endpoint().equals(endpoint))
                .map(Missed::state)
                .findFirst();
    }
}
