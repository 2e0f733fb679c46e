package io.github.sre4j.trace;

/**
 * Why something that was seen does not matter in this request.
 *
 * @param reason why
 * @param actualNanos the time it took
 * @param limitNanos the time it would have had to take, or 0 where the reason is no limit
 */
public record Harmless(Reason reason, long actualNanos, long limitNanos) {

    /** Why it does not matter. */
    public enum Reason {
        /** Less time than the limit of its detector. */
        BELOW_TIME_LIMIT,
        /** A fix would give back less than the limit of its detector; {@code actualNanos} is what it would. */
        LITTLE_TO_GAIN,
        /** Other work that ran at the same time took longer: not on the critical path. */
        OFF_CRITICAL_PATH,
        /** It belongs to work that nothing waited for, such as the handling of a message. */
        IN_BACKGROUND,
        /** The calls already overlap and cost no more than the slowest. */
        ALREADY_CONCURRENT,
        /** Nothing to gain: each call needs the one before. */
        DEPENDENT,
        /** Another finding covers the same time. */
        COVERED_BY_OTHER
    }
}
