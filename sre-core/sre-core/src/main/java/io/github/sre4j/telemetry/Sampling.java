package io.github.sre4j.telemetry;

/** Whether the events of a source are all that happened. */
public sealed interface Sampling {

    /** Every request left an event. */
    record Complete() implements Sampling {}

    /** The source cannot know. */
    record Unknown() implements Sampling {}

    /**
     * Only some requests left an event.
     *
     * @param keptShare events as a share of requests, above 0 and below 1
     */
    record Sampled(double keptShare) implements Sampling {

        /**
         * Checks the share.
         *
         * @throws IllegalArgumentException if it is not strictly between 0 and 1
         */
        public Sampled {
            if (!(keptShare > 0 && keptShare < 1)) {
                throw new IllegalArgumentException("a kept share lies between 0 and 1, not at " + keptShare);
            }
        }
    }
}
