package io.github.sre4j.advisor.impact;

/**
 * What a fix gives back, per day.
 *
 * @param secondsPerDay waiting beyond the threshold that it takes away; 0 for errors
 * @param lowSecondsPerDay lower end of the 95 % interval, from how much the traces looked at differ
 * @param highSecondsPerDay upper end
 * @param atMostSecondsPerDay what it cannot exceed: the endpoint's excess, and the time that unsampled metrics know for what it removes
 * @param goodPerDay requests that become good
 * @param rankedSecondsPerDay what it is ranked by: the seconds, and for each failed request that becomes good what a failure counts as
 * @param traces how many traces it rests on; 0 if on unsampled metrics alone
 */
public record Impact(
        double secondsPerDay,
        double lowSecondsPerDay,
        double highSecondsPerDay,
        double atMostSecondsPerDay,
        double goodPerDay,
        double rankedSecondsPerDay,
        int traces) {

    /** Nothing. */
    public static final Impact NONE = new Impact(0, 0, 0, 0, 0, 0, 0);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative or no number
     */
    public Impact {
        if (!(secondsPerDay >= 0
                && lowSecondsPerDay >= 0
                && highSecondsPerDay >= 0
                && atMostSecondsPerDay >= 0
                && goodPerDay >= 0
                && rankedSecondsPerDay >= 0)) {
            throw new IllegalArgumentException("an effect is not negative");
        }
    }

    /**
     * The effect of failed requests that become good.
     *
     * @param goodPerDay how many
     * @param low lower end of the 95 % interval of how many
     * @param high upper end
     * @param secondsEach waiting that one of them counts as
     * @param seen how many failures were looked at
     */
    public static Impact ofErrors(double goodPerDay, double low, double high, double secondsEach, int seen) {
        return new Impact(
                0,
                low * secondsEach,
                high * secondsEach,
                high * secondsEach,
                goodPerDay,
                goodPerDay * secondsEach,
                seen);
    }

    /** Both, of different requests; the interval is the widest that both allow. */
    public Impact plus(Impact other) {
        return new Impact(
                secondsPerDay + other.secondsPerDay,
                lowSecondsPerDay + other.lowSecondsPerDay,
                highSecondsPerDay + other.highSecondsPerDay,
                atMostSecondsPerDay + other.atMostSecondsPerDay,
                goodPerDay + other.goodPerDay,
                rankedSecondsPerDay + other.rankedSecondsPerDay,
                traces + other.traces);
    }
}
