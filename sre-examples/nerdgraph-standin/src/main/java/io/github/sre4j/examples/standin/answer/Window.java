package io.github.sre4j.examples.standin.answer;

/** The time asked about, in epoch milliseconds: {@code begin} belongs to it, {@code end} does not. */
public record Window(long begin, long end) {
    long millis() {
        return end - begin;
    }

    Window back(long millis) {
        return new Window(begin - millis, end - millis);
    }

    /** As metrics are asked: out to whole minutes. */
    Window wholeMinutes() {
        return new Window(Math.floorDiv(begin, 60_000L) * 60_000L, -Math.floorDiv(-end, 60_000L) * 60_000L);
    }
}
