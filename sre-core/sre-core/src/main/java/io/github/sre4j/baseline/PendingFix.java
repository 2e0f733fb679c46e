package io.github.sre4j.baseline;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A change of the code behind a missed endpoint that is on its way to production: until the deadline that miss fails no build.
 *
 * @param endpoint the endpoint, by its stored name
 * @param sli the SLI it misses, with the threshold it was measured against
 * @param before what was measured when the change was built; at least one bad event
 * @param commit the commit that carried it, 7 to 64 hexadecimal digits
 * @param since the day on which it was written down
 * @param until the last day on which it counts (UTC), at most {@value #LONGEST_DAYS} days later
 * @param attempt 1 for the first change, 2 for the one after that did not help, and so on
 */
public record PendingFix(
        EndpointName endpoint, Sli sli, Tally before, String commit, LocalDate since, LocalDate until, int attempt) {

    /** No fix is on its way longer. */
    public static final int LONGEST_DAYS = 90;

    static final Comparator<PendingFix> ORDER = Comparator.comparing(PendingFix::endpoint)
            .thenComparing(PendingFix::kind)
            .thenComparing(PendingFix::until)
            .thenComparing(PendingFix::commit)
            .thenComparing(PendingFix::attempt, Comparator.reverseOrder());

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is impossible; the message is for whoever wrote the file
     */
    public PendingFix {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(sli, "sli");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
        if (before.bad() == 0) {
            throw new InvalidInputException(Message.of(KnownViolation.class, "nothing-to-fix", endpoint.value()));
        }
        if (!COMMIT.matcher(commit).matches()) {
            throw new InvalidInputException(Message.of(KnownViolation.class, "fix-without-commit", endpoint.value()));
        }
        if (ChronoUnit.DAYS.between(since, until) > LONGEST_DAYS) {
            throw new InvalidInputException(
                    Message.of(KnownViolation.class, "fix-too-long", endpoint.value(), LONGEST_DAYS));
        }
        if (attempt < 1) {
            throw new InvalidInputException(Message.of(KnownViolation.class, "fix-without-attempt", endpoint.value()));
        }
    }

    /** Which SLI of the endpoint. */
    public SliKind kind() {
        return sli.kind();
    }

    /** Whether it counts on that day. One that begins in the future, but for another time zone's tomorrow, does not. */
    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(until) && !day.isBefore(since.minusDays(1));
    }

    /** The same fix, over since the day before. */
    public PendingFix endedBefore(LocalDate day) {
        return new PendingFix(endpoint, sli, before, commit, since, day.minusDays(1), attempt);
    }

    /** Whether it is about that SLI. */
    public boolean isAbout(EndpointName candidate, SliKind wanted) {
        return kind() == wanted && endpoint.equals(candidate);
    }

    boolean isSameAs(PendingFix other) {
        return isAbout(other.endpoint(), other.kind());
    }
}
