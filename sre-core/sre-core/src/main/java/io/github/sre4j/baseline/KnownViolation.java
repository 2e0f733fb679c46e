package io.github.sre4j.baseline;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A miss that was there when the baseline was written.
 *
 * @param endpoint the endpoint, by its stored name
 * @param sli the SLI it missed, with the threshold it was measured against
 * @param tally what was measured then; at least one bad event
 * @param excessSecondsPerDay time users waited beyond the threshold, in seconds a day; 0 where latency is not missed
 * @param since the day it was written down
 * @param raised why it was let in or made larger later, or null
 */
public record KnownViolation(
        EndpointName endpoint,
        Sli sli,
        Tally tally,
        BigDecimal excessSecondsPerDay,
        LocalDate since,
        @Nullable String raised) {

    static final Comparator<KnownViolation> ORDER = Comparator.comparing(KnownViolation::endpoint)
            .thenComparing(miss -> miss.sli().kind());

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if nothing was bad
     */
    public KnownViolation {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(sli, "sli");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(excessSecondsPerDay, "excessSecondsPerDay");
        if (tally.bad() == 0) {
            throw new InvalidInputException(Message.of(KnownViolation.class, "no-bad-event", endpoint.value()));
        }
        if (excessSecondsPerDay.signum() < 0) {
            throw new InvalidInputException(Message.of(KnownViolation.class, "negative-excess", endpoint.value()));
        }
    }

    /** Which SLI of the endpoint. */
    public SliKind kind() {
        return sli.kind();
    }

    /** Why it was let in or made larger later. */
    public Optional<String> raisedBecause() {
        return Optional.ofNullable(raised);
    }

    boolean isSameAs(KnownViolation other) {
        return endpoint.equals(other.endpoint) && kind() == other.kind();
    }
}
