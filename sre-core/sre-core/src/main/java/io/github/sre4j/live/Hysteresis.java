package io.github.sre4j.live;

/**
 * How sure a change must be before listeners hear of it: seen in so many evaluations in a row. One that goes back before is never told.
 *
 * @param toWorse evaluations in a row that must say MISSED, or no longer MET, or that the budget burns, at least 1
 * @param toBetter evaluations in a row that must say anything else, at least 1
 */
public record Hysteresis(int toWorse, int toBetter) {

    /** Three evaluations to sound an alarm, six to end it: half a minute and a minute at one every ten seconds. */
    public static final Hysteresis USUAL = new Hysteresis(3, 6);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is less than 1
     */
    public Hysteresis {
        if (toWorse < 1 || toBetter < 1) {
            throw new IllegalArgumentException(
                    "a change must be seen at least once, not " + toWorse + " and " + toBetter + " times");
        }
    }
}
