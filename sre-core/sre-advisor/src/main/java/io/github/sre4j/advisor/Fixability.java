package io.github.sre4j.advisor;

import io.github.sre4j.advisor.remedy.RemedyKind;
import java.util.Objects;

/**
 * How far a fix lies in the hands of whoever owns the code: what is known of its place, times what the remedy takes.
 *
 * @param place what is known of the place
 * @param remedy what is done there
 */
public record Fixability(Place place, RemedyKind remedy) {

    /** What is known of the place. */
    public enum Place {
        /** One place in the source. */
        FOUND(1.0),
        /** Several places in the source, or only the handler of the endpoint. */
        SEVERAL(0.7),
        /** Nothing but the service. */
        SERVICE(0.4),
        /** Another service that sends no spans, so that nobody sees what it does meanwhile. */
        UNSEEN_SERVICE(0.4),
        /** Somebody else's service. */
        THIRD_PARTY(0.2);

        private final double factor;

        Place(double factor) {
            this.factor = factor;
        }

        /** Above 0 and at most 1. */
        public double factor() {
            return factor;
        }
    }

    /** Refuses null. */
    public Fixability {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(remedy, "remedy");
    }

    /** The factor of the ranking: above 0 and at most 1. */
    public double factor() {
        return place.factor() * remedy.factor();
    }
}
