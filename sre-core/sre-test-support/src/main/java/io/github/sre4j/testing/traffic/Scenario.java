package io.github.sre4j.testing.traffic;

/**
 * A way in which bad requests come.
 *
 * @param name name in the table
 * @param burst mean number of bad requests that come as one, 1 if they are independent
 * @param burstyShare share of endpoints whose bad requests come in bursts
 * @param variation coefficient of variation of the share of bad requests between days
 * @param sameDays whether all endpoints have the same good and bad days
 * @param days days with traffic, of the seven of the window, from its start
 */
public record Scenario(String name, double burst, double burstyShare, double variation, boolean sameDays, double days) {

    public static Scenario bursts(double size) {
        return new Scenario("bursts of mean size " + size, size, 1, 0, false, 7);
    }

    public static Scenario days(double variation) {
        return new Scenario("days differ, CV " + variation, 1, 1, variation, false, 7);
    }

    public Scenario named(String other) {
        return new Scenario(other, burst, burstyShare, variation, sameDays, days);
    }

    public Scenario withVariation(double other) {
        return new Scenario(name + ", days differ, CV " + other, burst, burstyShare, other, sameDays, days);
    }

    public Scenario onSameDays() {
        return new Scenario(name + ", the same days for all", burst, burstyShare, variation, true, days);
    }

    public Scenario forSome(double share) {
        return new Scenario(
                name + ", " + Math.round(share * 100) + "% of endpoints", burst, share, variation, sameDays, days);
    }

    public Scenario halfEmpty() {
        return new Scenario(name + ", half a window empty", burst, burstyShare, variation, sameDays, 3.5);
    }
}
