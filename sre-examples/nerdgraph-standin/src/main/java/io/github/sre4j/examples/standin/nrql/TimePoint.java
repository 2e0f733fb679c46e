package io.github.sre4j.examples.standin.nrql;

import org.jspecify.annotations.Nullable;

/** A moment as SINCE and UNTIL name it. */
public sealed interface TimePoint {
    record Epoch(long millis) implements TimePoint {}

    record Ago(double amount, TimeUnit unit) implements TimePoint {}

    record Now() implements TimePoint {}

    /** {@code today}, {@code yesterday} or a weekday (in lower case), optionally {@code AT '09:00'}. */
    record Day(String name, @Nullable String at) implements TimePoint {}

    /** {@code this week}, {@code last month}. */
    record Period(boolean last, TimeUnit unit) implements TimePoint {}

    /** {@code '2026-09-01 10:00:00'} and its variants. */
    record Text(String value) implements TimePoint {}
}
