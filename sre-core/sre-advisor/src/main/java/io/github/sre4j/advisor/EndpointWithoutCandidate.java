package io.github.sre4j.advisor;

import io.github.sre4j.sli.Endpoint;
import java.util.Objects;

/**
 * An endpoint that misses the standard, or is waived, without a candidate.
 *
 * @param endpoint the endpoint
 * @param excessPerDay what its users wait too long, seconds a day; for errors, what failed requests count as
 * @param why why there is none
 */
public record EndpointWithoutCandidate(Endpoint endpoint, double excessPerDay, Why why) {

    /** Why there is no candidate. */
    public enum Why {
        /** It cannot give back as much as those shown, so nobody asked why. */
        NOT_ASKED("not-asked"),
        /** Neither metrics nor traces show a cause. */
        NO_CAUSE("no-cause"),
        /** The source could not be asked about it. */
        NO_ANSWER("no-answer"),
        /** Pages of browsers have no traces here. */
        PAGE("page"),
        /** It is waived. */
        WAIVED("waived");

        private final String id;

        Why(String id) {
            this.id = id;
        }

        /** The id in files and of its text. */
        public String id() {
            return id;
        }
    }

    /** Refuses null. */
    public EndpointWithoutCandidate {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(why, "why");
    }
}
