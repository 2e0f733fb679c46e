package io.github.sre4j.assess;

import io.github.sre4j.assess.course.TimeCourse;
import io.github.sre4j.telemetry.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the deployment at the start of each regression of an assessment. */
public final class RegressionDeployments {

    /** The start is known to the hour, and the first bad requests may be few. */
    private static final Duration BEFORE = Duration.ofHours(2);

    private static final Duration AFTER = Duration.ofHours(1);

    private RegressionDeployments() {}

    /** Returns true if an SLI of the assessment is a regression. */
    public static boolean isNeeded(Assessment assessment) {
        return assessment.judged().stream()
                .flatMap(result -> result.slis().stream())
                .anyMatch(sli -> start(sli).isPresent());
    }

    /**
     * Returns the assessment with the deployments at the start of its regressions: the last one from two hours before to the end of the first bad hour.
     *
     * @param deployments deployments of the window, in any order
     */
    public static Assessment addTo(Assessment assessment, List<Deployment> deployments) {
        if (deployments.isEmpty() || !isNeeded(assessment)) {
            return assessment;
        }
        EndpointResult unrouted = assessment.unrouted();
        return new Assessment(
                assessment.standard(),
                assessment.window(),
                assessment.endpoints().stream()
                        .map(result -> addTo(result, deployments))
                        .toList(),
                assessment.setAside(),
                assessment.waivers(),
                assessment.goal(),
                assessment.observed(),
                unrouted == null ? null : addTo(unrouted, deployments));
    }

    private static EndpointResult addTo(EndpointResult result, List<Deployment> deployments) {
        return new EndpointResult(
                result.endpoint(),
                result.endpointClass(),
                result.measurement(),
                result.slis().stream().map(sli -> addTo(sli, deployments)).toList(),
                result.verdict(),
                result.waiver());
    }

    private static SliResult addTo(SliResult sli, List<Deployment> deployments) {
        return start(sli)
                .flatMap(from -> at(from, deployments))
                .flatMap(change -> sli.timeCourse().map(course -> course.startedBy(change)))
                .map(course -> new SliResult(
                        sli.sli(),
                        sli.tally(),
                        sli.interval(),
                        sli.pValue(),
                        sli.dispersion(),
                        sli.verdict(),
                        sli.reason(),
                        sli.furtherGood(),
                        course,
                        sli.worstHour()))
                .orElse(sli);
    }

    private static Optional<Instant> start(SliResult sli) {
        return sli.timeCourse()
                .filter(course -> course.kind() == TimeCourse.Kind.REGRESSION)
                .flatMap(TimeCourse::badPeriod)
                .map(period -> period.from());
    }

    private static Optional<Deployment> at(Instant start, List<Deployment> deployments) {
        return deployments.stream()
                .filter(each ->
                        !each.at().isBefore(start.minus(BEFORE)) && each.at().isBefore(start.plus(AFTER)))
                .max(Comparator.comparing(Deployment::at));
    }
}
