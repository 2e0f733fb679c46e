package io.github.sre4j.gate;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.baseline.BaselineComparison;
import io.github.sre4j.baseline.BaselineComparison.State;
import io.github.sre4j.fix.FailingSli;
import io.github.sre4j.standard.Enforcement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The missed SLIs that fail a build, unless a fix of them is in flight. */
final class BlockingViolations {

    private BlockingViolations() {}

    static List<FailingSli> of(
            Assessment assessment, Enforcement enforcement, @Nullable BaselineComparison comparison) {
        if (enforcement == Enforcement.OBSERVE || (comparison != null && !comparison.present())) {
            return List.of();
        }
        return assessment.judged().stream()
                .flatMap(endpoint -> endpoint.slis(Verdict.MISSED).stream()
                        .filter(sli -> comparison == null || isNewOrWorse(comparison, endpoint, sli))
                        .map(sli -> new FailingSli(
                                endpoint.endpoint().name(), endpoint.endpoint().label(), sli.sli(), sli.tally())))
                .toList();
    }

    private static boolean isNewOrWorse(BaselineComparison comparison, EndpointResult endpoint, SliResult sli) {
        return comparison
                .stateOf(endpoint.endpoint().name(), sli.sli().kind())
                .filter(state -> state == State.NEW || state == State.WORSE)
                .isPresent();
    }
}
