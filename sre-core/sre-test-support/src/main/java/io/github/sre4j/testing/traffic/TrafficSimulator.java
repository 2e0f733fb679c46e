package io.github.sre4j.testing.traffic;

import java.util.SplittableRandom;

/** A week of a service whose endpoints have a given share of bad requests on average. Not thread-safe. */
public final class TrafficSimulator {

    /** Days of the window. */
    public static final int DAYS = 7;

    private static final int HOURS_PER_DAY = 24;

    /** A daily rhythm: five times as much traffic at its peak as at night. */
    private static final double RHYTHM = 2.0 / 3;

    private static final double[] TRAFFIC_OF_HOUR = new double[HOURS_PER_DAY];

    static {
        for (int hour = 0; hour < HOURS_PER_DAY; hour++) {
            TRAFFIC_OF_HOUR[hour] = 1 + RHYTHM * Math.sin((hour - 8) / (double) HOURS_PER_DAY * 2 * Math.PI);
        }
    }

    private final Scenario scenario;
    private final SplittableRandom random;
    private final BadRequests bad;
    private double[] commonDays = new double[0];

    /**
     * Creates a simulator.
     *
     * @param scenario way in which bad requests come
     * @param seed seed; the same seed gives the same traffic
     */
    public TrafficSimulator(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.random = new SplittableRandom(seed);
        this.bad = new BadRequests(random);
    }

    /** Starts another week. */
    public void nextWeek() {
        commonDays = scenario.sameDays() ? days() : new double[0];
    }

    /** Returns a number of requests between the two, each order of magnitude equally probable. */
    public long requests(long least, long most) {
        return Math.round(least * Math.pow((double) most / least, random.nextDouble()));
    }

    /**
     * Returns the traffic of an endpoint.
     *
     * @param requests number of requests in the window
     * @param share share of bad requests on average
     */
    public HourlyTraffic endpoint(long requests, double share) {
        boolean bursty = scenario.burst() > 1 && random.nextDouble() < scenario.burstyShare();
        double[] days = commonDays.length > 0 ? commonDays : days();
        int hours = (int) Math.round(scenario.days() * HOURS_PER_DAY);
        double rhythm = 0;
        for (int hour = 0; hour < hours; hour++) {
            rhythm += rhythm(hour);
        }
        long[] totals = new long[DAYS * HOURS_PER_DAY];
        long[] bads = new long[totals.length];
        double due = 0;
        long done = 0;
        for (int hour = 0; hour < hours; hour++) {
            due += requests * rhythm(hour) / rhythm;
            totals[hour] = Math.round(due) - done;
            done += totals[hour];
            double today = Math.min(1, share * days[hour / HOURS_PER_DAY]);
            bads[hour] =
                    bursty ? bad.inBursts(totals[hour], today, scenario.burst()) : bad.independent(totals[hour], today);
        }
        return new HourlyTraffic(totals, bads);
    }

    private double[] days() {
        double[] days = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            days[day] = scenario.variation() == 0 ? 1 : bad.factor(scenario.variation());
        }
        return days;
    }

    private static double rhythm(int hour) {
        return TRAFFIC_OF_HOUR[hour % HOURS_PER_DAY];
    }
}
