package io.github.sre4j.standard;

import io.github.sre4j.sli.ErrorSli;
import io.github.sre4j.sli.Objective;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of the traffic of a product may go unjudged. Immutable and thread-safe.
 *
 * @param unrouted the share of requests that must have a route, or null if that is not judged
 * @param waived the largest share of requests whose endpoints may be waived, above 0 and at most 1
 * @param maintenance the largest share of the window that maintenance windows may take, above 0 and at most 0.5
 */
public record TrafficLimits(@Nullable Objective unrouted, double waived, double maintenance) {

    /** The largest share of the window that maintenance may take, unless the standard says otherwise. */
    public static final double DEFAULT_MAINTENANCE = 0.1;

    /**
     * The limits of a standard that names none: at most one request in twenty without a route, above what scanners send to most services, and any share
     * waived, which is reported.
     */
    public static final TrafficLimits DEFAULT = new TrafficLimits(Objective.of("0.95"), 1);

    /** What hides more than half of the window judges a product by the exception. */
    private static final double MAX_MAINTENANCE = 0.5;

    /** The name of the class under which requests without a route are judged. */
    public static final String UNROUTED = "unrouted";

    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if the waived share is out of range
     */
    public TrafficLimits {
        if (!(waived > 0 && waived <= 1)) {
            throw new InvalidInputException(Message.of(Standard.class, "waived-share", Double.toString(waived)));
        }
        if (!(maintenance > 0 && maintenance <= MAX_MAINTENANCE)) {
            throw new InvalidInputException(
                    Message.of(Standard.class, "maintenance-share", Double.toString(maintenance)));
        }
    }

    /** Limits with the default of maintenance. */
    public TrafficLimits(@Nullable Objective unrouted, double waived) {
        this(unrouted, waived, DEFAULT_MAINTENANCE);
    }

    /** Returns the SLI "requests that have a route"; empty if it is not judged. */
    public Optional<ErrorSli> routed() {
        return Optional.ofNullable(unrouted).map(ErrorSli::new);
    }
}
