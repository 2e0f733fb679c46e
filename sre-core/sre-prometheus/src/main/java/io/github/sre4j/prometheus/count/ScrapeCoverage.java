package io.github.sre4j.prometheus.count;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The samples that a count rests on.
 *
 * @param steps number of steps of the window
 * @param stepsWithout number of steps in which no target has a sample
 * @param first begin of the first step with a sample, or null if there is none
 * @param last end of the last step with a sample, or null if there is none
 * @param interval usual time between two samples of a target
 * @param missed samples that are missing while their target was there, as a share of all, 0 to 1
 * @param targets number of targets
 * @param ends number of restarts and ends of targets, of which the requests after the last sample are not known
 * @param lost requests between the last sample and the end of a target, an estimate
 * @param joined number of targets whose counters were not new when their first sample was taken; their requests until then are not counted
 * @param series largest number of series at one time
 */
public record ScrapeCoverage(
        int steps,
        int stepsWithout,
        @Nullable Instant first,
        @Nullable Instant last,
        Duration interval,
        double missed,
        int targets,
        int ends,
        double lost,
        int joined,
        long series) {

    static ScrapeCoverage of(TargetHistory history, CountGrid grid, int joined) {
        Duration interval = history.scrapeInterval();
        double usual = grid.step().toMillis() / (double) interval.toMillis();
        int without = 0;
        int firstStep = -1;
        int lastStep = -1;
        double expected = 0;
        double missing = 0;
        int ends = 0;
        double lost = 0;
        for (int step = 0; step < grid.steps(); step++) {
            boolean sampled = false;
            for (TargetSteps target : history.targets()) {
                sampled |= target.scrapes(step) > 0;
                if (step > 0
                        && step < grid.steps() - 1
                        && target.isPresent(step - 1)
                        && target.isPresent(step + 1)
                        && !target.mayHaveRestarted(step)) {
                    expected += usual;
                    missing += Math.max(0, usual - 1 - target.scrapes(step));
                }
            }
            if (sampled) {
                firstStep = firstStep < 0 ? step : firstStep;
                lastStep = step;
            } else {
                without++;
            }
        }
        for (TargetSteps target : history.targets()) {
            int own = ends(target, grid);
            ends += own;
            lost += own
                    * target.usualRequests()
                    * interval.toMillis()
                    / grid.step().toMillis()
                    / 2;
        }
        return new ScrapeCoverage(
                grid.steps(),
                without,
                firstStep < 0 ? null : grid.end(firstStep - 1),
                lastStep < 0 ? null : grid.end(lastStep),
                interval,
                expected == 0 ? 0 : missing / expected,
                history.targets().size(),
                ends,
                lost,
                joined,
                history.mostSeries());
    }

    /** A restart shows for as long as counters are remembered, so a run of steps may be one restart. */
    private static int ends(TargetSteps target, CountGrid grid) {
        int ends = 0;
        int run = 0;
        int longest = grid.before() + 1;
        for (int step = 0; step < grid.steps(); step++) {
            run = target.mayHaveRestarted(step) ? run + 1 : 0;
            if (run % longest == 1 || (longest == 1 && run > 0)) {
                ends++;
            }
        }
        boolean gone = !target.isPresent(grid.steps() - 1) && target.lastSeenBefore(grid.steps()) >= 0;
        return gone ? ends + 1 : ends;
    }
}
