package io.github.sre4j.telemetry.http;

import java.time.Duration;

/**
 * The limits of one HTTP exchange.
 *
 * @param firstByte longest time until the status line and headers of the answer are here
 * @param standstill longest time between two parts of the body
 * @param total longest time for the whole exchange, body included
 * @param maxBytes largest body in bytes
 */
public record ExchangeLimits(Duration firstByte, Duration standstill, Duration total, long maxBytes) {

    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if one is not greater than zero
     */
    public ExchangeLimits {
        if (!isPositive(firstByte) || !isPositive(standstill) || !isPositive(total) || maxBytes <= 0) {
            throw new IllegalArgumentException("limits must be greater than zero");
        }
    }

    /** Returns limits of which one time holds for every step of the exchange. */
    public static ExchangeLimits of(Duration total, long maxBytes) {
        return new ExchangeLimits(total, total, total, maxBytes);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
