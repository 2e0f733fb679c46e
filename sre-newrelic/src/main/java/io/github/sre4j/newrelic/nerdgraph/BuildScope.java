package io.github.sre4j.newrelic.nerdgraph;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What all modules of one build share: at most five requests in flight (New Relic allows 25 to a user, whose dashboards count too), answers to
 * questions that were asked before, one deadline for all waiting, and the knowledge that New Relic is out of reach, so that an outage is waited
 * for once and not once a module. Thread-safe.
 */
public final class BuildScope {

    /** How many requests may be in flight. */
    public static final int IN_FLIGHT = 5;

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Semaphore permits;
    private final WaitBudget allowance;
    private final @Nullable ResponseCache answers;
    private final Map<URI, NerdGraphException> outages;
    private final AtomicBoolean slow;

    /** The scope of one build. */
    public BuildScope() {
        this(new Semaphore(IN_FLIGHT, true));
    }

    /**
     * The scope of one build.
     *
     * @param permits held while a request is in flight: the same for everybody who asks in this build
     */
    public BuildScope(Semaphore permits) {
        this(permits, LONGEST);
    }

    BuildScope(Semaphore permits, Duration longest) {
        this(permits, new WaitBudget(longest), new ResponseCache(), new ConcurrentHashMap<>(), new AtomicBoolean());
    }

    private BuildScope(
            Semaphore permits,
            WaitBudget allowance,
            @Nullable ResponseCache answers,
            Map<URI, NerdGraphException> outages,
            AtomicBoolean slow) {
        this.permits = permits;
        this.allowance = allowance;
        this.answers = answers;
        this.outages = outages;
        this.slow = slow;
    }

    /** The same limits on requests, and neither memory nor deadline: for what is large, takes long, or may be something else a while later. */
    BuildScope forgetful() {
        return new BuildScope(permits, new WaitBudget(WaitBudget.UNLIMITED), null, outages, slow);
    }

    Semaphore permits() {
        return permits;
    }

    WaitBudget allowance() {
        return allowance;
    }

    /** What was asked before; empty for a scope that remembers nothing. */
    Optional<ResponseCache> answers() {
        return Optional.ofNullable(answers);
    }

    /** Why that address was given up; empty if it was not. */
    Optional<NerdGraphException> outage(URI endpoint) {
        return Optional.ofNullable(outages.get(endpoint));
    }

    void givenUp(URI endpoint, NerdGraphException why) {
        outages.putIfAbsent(endpoint, why);
    }

    /** Whether a query has been seen to need more than the shortest time. */
    boolean isSlow() {
        return slow.get();
    }

    void seenSlow() {
        slow.set(true);
    }
}
