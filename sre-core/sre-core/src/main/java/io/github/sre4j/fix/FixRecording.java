package io.github.sre4j.fix;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.baseline.BaselineComparison.Missed;
import io.github.sre4j.baseline.BaselineUpdate;
import io.github.sre4j.baseline.PendingFix;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes fixes into the next baseline: a new or worse miss needs no other reason to be let through for a while than the change that repairs it. */
public final class FixRecording {

    private FixRecording() {}

    /**
     * The next baseline with the fixes in flight.
     *
     * @param next the next baseline without them
     * @param assessment the check it is made from
     * @param book knows the fixes recorded so far, and the change under build
     * @param today the day it is written
     * @return the baseline with fixes; refused is only what has none
     */
    public static BaselineUpdate of(BaselineUpdate next, Assessment assessment, FixReviewer book, LocalDate today) {
        List<FailingSli> failing = assessment.endpoints(Verdict.MISSED).stream()
                .flatMap(endpoint -> failing(endpoint, next.refused()).stream())
                .toList();
        FixReview review = book.review(failing, List.of(), assessment.standard().familyWiseAlpha());
        List<PendingFix> fixes = new ArrayList<>(book.kept(review, assessment));
        review.uses().stream()
                .map(FixDecision::fix)
                .filter(fix -> !fixes.contains(fix))
                .forEach(fixes::add);
        List<Missed> refused = next.refused().stream()
                .filter(miss -> review.covering(miss.endpoint(), miss.kind()).isEmpty())
                .toList();
        return new BaselineUpdate(
                next.baseline()
                        .with(fixes.stream().filter(fix -> fix.holdsOn(today)).toList()),
                next.added(),
                next.raised(),
                next.lowered(),
                next.removed(),
                refused);
    }

    private static List<FailingSli> failing(EndpointResult endpoint, List<Missed> refused) {
        return endpoint.slis(Verdict.MISSED).stream()
                .filter(sli -> refused.stream()
                        .anyMatch(miss -> miss.kind() == sli.sli().kind()
                                && miss.endpoint().equals(endpoint.endpoint().name())))
                .map(sli -> new FailingSli(
                        endpoint.endpoint().name(), endpoint.endpoint().label(), sli.sli(), sli.tally()))
                .toList();
    }
}
