package io.github.sre4j.fix;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Tally;
import java.util.Objects;

/**
 * A missed SLI that fails the build unless a fix of it is in flight.
 *
 * @param endpoint the endpoint, by its stored name
 * @param label its label
 * @param sli the SLI
 * @param tally what was measured; at least one bad event
 */
public record FailingSli(EndpointName endpoint, String label, Sli sli, Tally tally) {

    /** Refuses null. */
    public FailingSli {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(sli, "sli");
        Objects.requireNonNull(tally, "tally");
    }

    /** Which SLI of the endpoint. */
    public SliKind kind() {
        return sli.kind();
    }
}
