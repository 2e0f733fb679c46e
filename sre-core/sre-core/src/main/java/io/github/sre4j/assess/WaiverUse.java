package io.github.sre4j.assess;

import io.github.sre4j.standard.Waiver;
import java.util.Objects;

/**
 * What became of a waiver in this assessment.
 *
 * @param waiver the waiver
 * @param daysLeft days from the day of the check to its last day, both counted as dates; 0 on the last day, negative once expired
 * @param endpoints how many endpoints it matches
 */
public record WaiverUse(Waiver waiver, long daysLeft, int endpoints) {

    /** Refuses null. */
    public WaiverUse {
        Objects.requireNonNull(waiver, "waiver");
    }

    /** Whether its last day has passed. */
    public boolean expired() {
        return daysLeft < 0;
    }
}
