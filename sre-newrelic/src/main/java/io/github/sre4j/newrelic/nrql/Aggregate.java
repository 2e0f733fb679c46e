package io.github.sre4j.newrelic.nrql;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Something to compute over rows.
 *
 * @param nrql the text; made only by the factories here
 */
public record Aggregate(String nrql) {

    /** The number of rows. */
    public static Aggregate count() {
        return new Aggregate("count(*)");
    }

    /** The number of rows, or of what a metric counted. */
    public static Aggregate count(Attribute attribute) {
        return new Aggregate("count(" + attribute.nrql() + ")");
    }

    /** The sum of an attribute. */
    public static Aggregate sum(Attribute attribute) {
        return new Aggregate("sum(" + attribute.nrql() + ")");
    }

    /** The largest value. */
    public static Aggregate max(Attribute attribute) {
        return new Aggregate("max(" + attribute.nrql() + ")");
    }

    /** The smallest value. */
    public static Aggregate min(Attribute attribute) {
        return new Aggregate("min(" + attribute.nrql() + ")");
    }

    /** The value of the row that came last. */
    public static Aggregate latest(Attribute attribute) {
        return new Aggregate("latest(" + attribute.nrql() + ")");
    }

    /** The value of the oldest row. */
    public static Aggregate earliest(Attribute attribute) {
        return new Aggregate("earliest(" + attribute.nrql() + ")");
    }

    /** The number of different values, which NRDB approximates. */
    public static Aggregate uniqueCount(Attribute attribute) {
        return new Aggregate("uniqueCount(" + attribute.nrql() + ")");
    }

    /** Percentiles, which NRDB approximates. */
    public static Aggregate percentiles(Attribute attribute, int... percentiles) {
        return new Aggregate("percentile(" + attribute.nrql() + ", "
                + Arrays.stream(percentiles).mapToObj(Integer::toString).collect(Collectors.joining(", ")) + ")");
    }

    /** The same over the rows that satisfy a condition. */
    public Aggregate where(Condition condition) {
        return new Aggregate("filter(" + nrql + ", WHERE " + condition.nrql() + ")");
    }
}
