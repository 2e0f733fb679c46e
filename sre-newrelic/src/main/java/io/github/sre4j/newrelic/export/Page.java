package io.github.sre4j.newrelic.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a slice of the window.
 *
 * @param next where the next slice begins, epoch milliseconds
 * @param rows the rows, oldest first
 * @param counted how many events the rows stand for
 * @param missing what New Relic has and does not give, for people
 */
record Page(long next, List<Map<String, @Nullable Object>> rows, long counted, Optional<Missing> missing) {

    /**
     * Rows that could not be had.
     *
     * @param atMillis the millisecond they share
     * @param counted how many there are in it
     * @param given how many of them New Relic returns
     */
    record Missing(long atMillis, long counted, long given) {}
}
