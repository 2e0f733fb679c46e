package io.github.sre4j.history;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.GoalProgress;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.sli.Service;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One check in one line.
 *
 * @param at when it ran
 * @param service the service's name
 * @param standard the standard's name and version
 * @param endpoints endpoints judged
 * @param met of these, MET
 * @param missed MISSED: what remains to be done
 * @param undecided UNDECIDED
 * @param waived WAIVED
 * @param excessSecondsPerDay time users waited beyond the thresholds, in seconds a day
 * @param passed whether the build passed
 * @param override why it passed although it missed, or null
 * @param app what telemetry calls the service, or null where nobody said
 */
public record CheckSummary(
        Instant at,
        String service,
        String standard,
        int endpoints,
        int met,
        int missed,
        int undecided,
        int waived,
        double excessSecondsPerDay,
        boolean passed,
        @Nullable String override,
        @Nullable String app) {

    /** A check of a service of which nobody said what telemetry calls it. */
    public CheckSummary(
            Instant at,
            String service,
            String standard,
            int endpoints,
            int met,
            int missed,
            int undecided,
            int waived,
            double excessSecondsPerDay,
            boolean passed,
            @Nullable String override) {
        this(
                at,
                service,
                standard,
                endpoints,
                met,
                missed,
                undecided,
                waived,
                excessSecondsPerDay,
                passed,
                override,
                null);
    }

    /** Refuses null and impossible numbers. */
    public CheckSummary {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(standard, "standard");
        if (endpoints < 0 || met < 0 || missed < 0 || undecided < 0 || waived < 0 || !(excessSecondsPerDay >= 0)) {
            throw new IllegalArgumentException("a summary has a negative number");
        }
    }

    /** Sums up a check. */
    public static CheckSummary of(Service service, Instant at, Assessment assessment, GateDecision gate) {
        GoalProgress goal = assessment.goal();
        double days = assessment.observed().days();
        return new CheckSummary(
                at,
                service.name(),
                assessment.standard().name() + " " + assessment.standard().version(),
                goal.endpoints(),
                goal.met(),
                goal.missed(),
                goal.undecided(),
                goal.waived(),
                Math.round(goal.excess().toMillis() / days) / 1_000.0,
                gate.passed(),
                gate.override(),
                service.app());
    }
}
