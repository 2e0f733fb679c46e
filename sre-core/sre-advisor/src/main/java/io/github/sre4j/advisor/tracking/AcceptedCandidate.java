package io.github.sre4j.advisor.tracking;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that somebody decided to follow, or the part of it that is about one of several endpoints.
 *
 * @param key what tells the candidate from others
 * @param title the candidate in words, as it was shown
 * @param endpoint the stored name of its endpoint
 * @param errors whether it is about failures, not waiting
 * @param predicted what it was to give back a day: seconds, or failures
 * @param before how bad the endpoint was when it was taken
 * @param steady how slow it was then without starts and extreme requests, or null where that is not known or not what it is about
 * @param since windows from here on have the change
 * @param commit the change, as the version control names it, or null
 * @param partOf the key of the proposal that helps several endpoints, of which this is one, or null
 */
public record AcceptedCandidate(
        String key,
        String title,
        String endpoint,
        boolean errors,
        double predicted,
        BadRequestStats before,
        @Nullable BadRequestStats steady,
        Instant since,
        @Nullable String commit,
        @Nullable String partOf) {

    /** A proposal for one endpoint. */
    public AcceptedCandidate(
            String key,
            String title,
            String endpoint,
            boolean errors,
            double predicted,
            BadRequestStats before,
            Instant since,
            @Nullable String commit) {
        this(key, title, endpoint, errors, predicted, before, null, since, commit, null);
    }

    /** Returns how slow the endpoint was without starts and extreme requests, if that is known. */
    public Optional<BadRequestStats> steadyBefore() {
        return Optional.ofNullable(steady);
    }

    /** The key of the whole proposal. */
    public String fix() {
        return partOf == null ? key : partOf;
    }

    /**
     * Refuses null.
     *
     * @throws IllegalArgumentException if nothing was predicted
     */
    public AcceptedCandidate {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(since, "since");
        if (!(predicted > 0)) {
            throw new IllegalArgumentException("a proposal that gives nothing back cannot be taken");
        }
    }
}
