package io.github.sre4j.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that changes only when another has been seen often enough in a row. Not thread-safe.
 *
 * @param <T> the value's type
 */
final class DebouncedValue<T> {

    private T value;
    private @Nullable T candidate;
    private int seen;

    DebouncedValue(T first) {
        this.value = first;
    }

    T value() {
        return value;
    }

    /**
     * A value was seen.
     *
     * @param needed how often it must be seen in a row, at least 1
     * @return what the value was before, if it changed now
     */
    Optional<T> see(T now, int needed) {
        if (now.equals(value)) {
            candidate = null;
            seen = 0;
            return Optional.empty();
        }
        seen = now.equals(candidate) ? seen + 1 : 1;
        candidate = now;
        if (seen < needed) {
            return Optional.empty();
        }
        T before = value;
        value = now;
        candidate = null;
        seen = 0;
        return Optional.of(before);
    }
}
