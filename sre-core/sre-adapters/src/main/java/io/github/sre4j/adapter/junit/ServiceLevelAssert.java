package io.github.sre4j.adapter.junit;

import io.github.sre4j.assess.GoalProgress;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.live.LiveServiceLevel;
import io.github.sre4j.recorder.RollingWindow;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.console.ConsoleLine;
import io.github.sre4j.report.console.ConsoleReport;
import io.github.sre4j.text.Texts;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Assertions on a service level.
 *
 * <pre>{@code
 * @Test
 * void orders_keep_the_standard_under_load() {
 *     load.run(live.recorder());
 *     ServiceLevelAssert.assertThat(live).missesNothing();      // no endpoint is shown to miss
 *     ServiceLevelAssert.assertThat(live).meetsTheStandard();   // every endpoint is shown to meet
 * }
 * }</pre>
 *
 * <p>The failure message is the console report: which endpoint, by how much, with how many requests.
 */
public final class ServiceLevelAssert {

    private final ServiceLevelReport report;

    private ServiceLevelAssert(ServiceLevelReport report) {
        this.report = report;
    }

    /** Assertions on all that was recorded, as far back as a day. */
    public static ServiceLevelAssert assertThat(LiveServiceLevel live) {
        return assertThat(live.report(RollingWindow.DAY));
    }

    /** Assertions on a report. */
    public static ServiceLevelAssert assertThat(ServiceLevelReport report) {
        return new ServiceLevelAssert(Objects.requireNonNull(report, "report"));
    }

    /**
     * Fails if an endpoint is shown to miss the standard, or if there was no request to judge: a test that tested nothing is no success.
     * Endpoints with too little traffic to say are let pass.
     *
     * @return this
     * @throws AssertionError with the report in its message
     */
    public ServiceLevelAssert missesNothing() {
        GoalProgress goal = report.assessment().goal();
        if (goal.endpoints() == goal.noData()) {
            fail("no request was recorded that the standard judges");
        }
        if (goal.missed() > 0) {
            fail(goal.missed() + " of " + goal.endpoints() + " endpoints miss the standard");
        }
        return this;
    }

    /**
     * Fails unless every endpoint is shown to meet the standard or is waived; too little traffic is a failure.
     *
     * @return this
     * @throws AssertionError with the report in its message
     */
    public ServiceLevelAssert meetsTheStandard() {
        missesNothing();
        GoalProgress goal = report.assessment().goal();
        int open = report.assessment().endpoints(Verdict.UNDECIDED).size() + goal.noData();
        if (open > 0) {
            fail(open + " of " + goal.endpoints() + " endpoints are not shown to meet the standard");
        }
        return this;
    }

    private void fail(String what) {
        String lines = new ConsoleReport(Texts.in(Locale.ENGLISH))
                .lines(report, "-").stream().map(ConsoleLine::text).collect(Collectors.joining("\n  "));
        throw new AssertionError(what + ":\n  " + lines);
    }
}
