package io.github.sre4j.assess.course;

import io.github.sre4j.assess.course.BinomialScan.Stretch;
import io.github.sre4j.assess.course.TimeCourse.Kind;
import io.github.sre4j.assess.dispersion.HourlySeries;
import io.github.sre4j.assess.stats.ClopperPearson;
import io.github.sre4j.sli.Tally;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Finds the course of an SLI that exceeds its limit over the whole window. Immutable and thread-safe. */
public final class CourseFinder {

    /** Chance that a stretch counts as over although it goes on, all stretches of a series together. */
    private static final double CHANCE = 0.001;

    private static final int HOURS_OF_DAY = 24;

    private final int incidentHours;

    /**
     * Creates a finder.
     *
     * @param incidentUpTo longest time with traffic that counts as an incident; full hours are told apart
     */
    public CourseFinder(Duration incidentUpTo) {
        this.incidentHours = (int) Math.max(1, incidentUpTo.toHours());
    }

    /**
     * Returns the course.
     *
     * @param series requests by hour; empty where the source has no hours
     * @param firstHalf requests in the first half of the window
     * @param secondHalf requests in the second half of the window
     * @param allowed allowed share of bad requests
     */
    public TimeCourse find(HourlySeries series, Tally firstHalf, Tally secondHalf, double allowed) {
        boolean bothHalves = exceeds(firstHalf, allowed) && exceeds(secondHalf, allowed);
        if (series.size() == 0) {
            return new TimeCourse(bothHalves ? Kind.CHRONIC : Kind.INCIDENT, null);
        }
        Stretch stretch = BinomialScan.find(series);
        BadPeriod period = period(series, stretch.from(), stretch.to());
        // Where the whole window is hardly longer than an incident, an incident cannot be told from a habit by its
        // length.
        boolean brief = series.size() <= 2 * incidentHours;
        if (brief && bothHalves) {
            return new TimeCourse(Kind.CHRONIC, null);
        }
        if (brief || (stretch.hours() <= incidentHours && period.outside().badRatio() <= allowed)) {
            return new TimeCourse(Kind.INCIDENT, period);
        }
        if (isOver(series, stretch, period, allowed)) {
            return new TimeCourse(Kind.RECOVERED, period);
        }
        BadPeriod sinceThen = period(series, stretch.from(), series.size());
        boolean changed = stretch.from() >= incidentHours && period.before().badRatio() <= allowed;
        boolean lasts = sinceThen.hours() > incidentHours && sinceThen.inside().badRatio() > allowed;
        if (changed && lasts) {
            return new TimeCourse(Kind.REGRESSION, sinceThen);
        }
        if (bothHalves) {
            return new TimeCourse(Kind.CHRONIC, null);
        }
        return partly(series, stretch, period, allowed, secondHalf);
    }

    /**
     * Returns the regression of an SLI that is within its limit over the whole window because it was good before; empty if what is bad is over, or as short as
     * an incident.
     *
     * @param series requests by hour
     * @param allowed allowed share of bad requests
     */
    public Optional<TimeCourse> diluted(HourlySeries series, double allowed) {
        if (series.size() <= 2 * incidentHours) {
            return Optional.empty();
        }
        Stretch stretch = BinomialScan.find(series);
        BadPeriod sinceThen = period(series, stretch.from(), series.size());
        Tally latest = series.sum(series.size() - incidentHours, series.size());
        boolean lasts = stretch.hours() > incidentHours
                && stretch.from() >= incidentHours
                && sinceThen.inside().badRatio() > allowed
                && latest.badRatio() > allowed;
        return lasts ? Optional.of(new TimeCourse(Kind.REGRESSION, sinceThen)) : Optional.empty();
    }

    /** Several stretches in one half of the window. */
    private TimeCourse partly(
            HourlySeries series, Stretch stretch, BadPeriod period, double allowed, Tally secondHalf) {
        Tally latest = series.sum(Math.max(0, series.size() - incidentHours), series.size());
        if (secondHalf.total() > 0 && secondHalf.badRatio() > allowed && latest.badRatio() > allowed) {
            return new TimeCourse(Kind.REGRESSION, period(series, stretch.from(), series.size()));
        }
        return new TimeCourse(stretch.hours() > incidentHours ? Kind.RECOVERED : Kind.INCIDENT, period);
    }

    /**
     * What came after is within the limit, for longer than an incident, and improbable had the stretch gone on: each hour is held to the share that the
     * same hours of the day had in the stretch, so that a quiet night does not excuse bad days.
     */
    private boolean isOver(HourlySeries series, Stretch stretch, BadPeriod period, double allowed) {
        Tally after = period.after();
        if (series.size() - stretch.to() <= incidentHours || after.badRatio() > allowed) {
            return false;
        }
        Tally[] ofDay = new Tally[HOURS_OF_DAY];
        Arrays.fill(ofDay, new Tally(0, 0));
        for (int i = stretch.from(); i < stretch.to(); i++) {
            Tally known = ofDay[series.hourOfDay(i)];
            ofDay[series.hourOfDay(i)] = new Tally(known.total() + series.total(i), known.bad() + series.bad(i));
        }
        double expected = 0;
        for (int i = stretch.to(); i < series.size(); i++) {
            expected += series.total(i) * ofDay[series.hourOfDay(i)].badRatio();
        }
        return ClopperPearson.provesAtMost(
                after.total(), after.bad(), expected / after.total(), 1 - CHANCE / series.size());
    }

    private static BadPeriod period(HourlySeries series, int from, int to) {
        return new BadPeriod(
                series.start(from),
                series.end(to - 1),
                to - from,
                series.sum(from, to),
                series.sum(0, from),
                series.sum(to, series.size()));
    }

    private static boolean exceeds(Tally half, double allowed) {
        return half.total() == 0 || half.badRatio() > allowed;
    }
}
