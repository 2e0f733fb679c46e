package io.github.sre4j.assess;

import io.github.sre4j.standard.Waiver;
import java.util.List;
import java.util.Objects;

/**
 * What became of a waiver in this assessment.
 *
 * @param waiver the waiver
 * @param daysLeft days from the day of the check to its last day, both counted as dates; 0 on the last day, negative once expired
 * @param endpoints how many endpoints it matches
 * @param share the share of the requests that waivers would cover with this one, 0 to 1
 * @param refused whether it does not apply because that is more than the standard allows
 * @param nearest labels like its pattern, where that matches nothing
 */
public record WaiverUse(
        Waiver waiver, long daysLeft, int endpoints, double share, boolean refused, List<String> nearest) {

    /** Copies the list. */
    public WaiverUse {
        Objects.requireNonNull(waiver, "waiver");
        nearest = List.copyOf(nearest);
    }

    /** Whether its last day has passed. */
    public boolean expired() {
        return daysLeft < 0;
    }
}
