package io.github.sre4j.advisor;

import io.github.sre4j.assess.SliResult;
import java.util.Objects;

/**
 * When a candidate is done.
 *
 * @param sli the SLI that must be met, as it is now
 * @param callsNow how often the thing happens in a slow request now; 0 if it is not counted
 * @param callsThen how often it may happen then
 */
public record DoneWhen(SliResult sli, double callsNow, long callsThen) {

    /** Refuses null. */
    public DoneWhen {
        Objects.requireNonNull(sli, "sli");
    }

    /** Whether calls are counted. */
    public boolean counted() {
        return callsNow > callsThen;
    }
}
