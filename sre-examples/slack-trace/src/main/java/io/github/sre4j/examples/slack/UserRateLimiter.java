package io.github.sre4j.examples.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How many stories a person may ask for within a minute: one who holds the key down costs nobody else New Relic's patience. Thread-safe. */
final class UserRateLimiter {

    private static final Duration WHILE = Duration.ofMinutes(1);
    private static final int MANY_PEOPLE = 10_000;

    private final int most;
    private final Clock clock;
    private final Map<String, Deque<Instant>> asked = new HashMap<>();

    UserRateLimiter(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    int most() {
        return most;
    }

    /** Whether that person may ask once more, which then counts. */
    synchronized boolean allows(String user) {
        Instant now = clock.instant();
        if (asked.size() > MANY_PEOPLE) {
            asked.values().removeIf(times -> times.isEmpty() || isOver(times.getLast(), now));
        }
        Deque<Instant> times = asked.computeIfAbsent(user, any -> new ArrayDeque<>());
        while (!times.isEmpty() && isOver(times.getFirst(), now)) {
            times.removeFirst();
        }
        if (times.size() >= most) {
            return false;
        }
        times.addLast(now);
        return true;
    }

    private static boolean isOver(Instant time, Instant now) {
        return Duration.between(time, now).compareTo(WHILE) >= 0;
    }
}
