package io.github.sre4j.examples.standin.limits;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts what is asked and says when it is too much. */
public final class Meter {
    private static final long MINUTE = 60_000;
    private static final int MANY = 10_000;

    private final Limits limits;
    private final Clock clock;
    private final Deque<Long> all = new ArrayDeque<>();
    private final Map<String, Deque<Long>> byText = new HashMap<>();
    private int inFlight;
    private int mostInFlight;

    public Meter(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether another request may be worked on; if so, {@link #leave} must follow. */
    public synchronized boolean enter() {
        if (inFlight >= limits.inFlight()) {
            return false;
        }
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
        return true;
    }

    public synchronized void leave() {
        inFlight--;
    }

    /** The most requests that were worked on at once. */
    public synchronized int mostInFlight() {
        return mostInFlight;
    }

    /** Whether the query may be asked once more within the minute. */
    public synchronized boolean allows(String nrql) {
        long now = clock.millis();
        if (byText.size() > MANY) {
            byText.values().forEach(times -> forget(times, now));
            byText.values().removeIf(Deque::isEmpty);
        }
        Deque<Long> same = byText.computeIfAbsent(nrql, text -> new ArrayDeque<>());
        forget(all, now);
        forget(same, now);
        if (all.size() >= limits.queriesPerMinute() || same.size() >= limits.samePerMinute()) {
            return false;
        }
        all.add(now);
        same.add(now);
        return true;
    }

    private static void forget(Deque<Long> times, long now) {
        while (!times.isEmpty() && times.peek() <= now - MINUTE) {
            times.remove();
        }
    }
}
