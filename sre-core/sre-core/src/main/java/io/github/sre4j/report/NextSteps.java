package io.github.sre4j.report;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.assess.VerdictReason;
import io.github.sre4j.assess.WaiverUse;
import io.github.sre4j.baseline.BaselineComparison;
import io.github.sre4j.gate.CheckOutcome;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to do next, most useful first. Immutable. */
public final class NextSteps {

    private final Texts texts;
    private final Sentences sentences;

    /**
     * Makes the steps.
     *
     * @param texts the language
     * @param sentences the sentences of the place where they are shown
     */
    public NextSteps(Texts texts, Sentences sentences) {
        this.texts = texts;
        this.sentences = sentences;
    }

    /** A sentence for each thing that somebody can do; empty if all is well. */
    public List<String> of(ServiceLevelReport report) {
        Assessment assessment = report.assessment();
        if (report.gate().outcome() == CheckOutcome.NO_TELEMETRY) {
            String step = texts.get("next.no-telemetry");
            return List.of(report.gate().passed() ? step : texts.get("next.no-telemetry.fails", step));
        }
        if (report.gate().outcome() == CheckOutcome.TELEMETRY_UNREADABLE) {
            return List.of(texts.get("next.unreadable"));
        }
        List<String> steps = new ArrayList<>();
        Optional<BaselineComparison> comparison = report.gate().withBaseline();
        if (assessment.goal().missed() > 0
                && comparison.filter(each -> !each.present()).isPresent()) {
            steps.add(texts.get("next.baseline"));
        }
        List<EndpointResult> missed = ViolationOrder.of(report);
        if (!missed.isEmpty()) {
            steps.add(texts.get("next.missed", sentences.label(missed.get(0))));
        }
        if (assessment
                .unroutedShare()
                .filter(share -> share.verdict() == Verdict.MISSED)
                .isPresent()) {
            steps.add(texts.get("next.unrouted"));
        }
        if (assessment.setAside().stream().anyMatch(aside -> aside.notARequest().isEmpty())) {
            steps.add(texts.get("next.unclassified"));
        }
        if (assessment.waivers().stream().anyMatch(WaiverUse::expired)) {
            steps.add(texts.get("next.expired"));
        }
        if (assessment.waivers().stream().anyMatch(use -> !use.expired() && use.endpoints() == 0)) {
            steps.add(texts.get("next.unmatched"));
        }
        if (comparison.filter(each -> !each.stale().isEmpty()).isPresent()) {
            steps.add(texts.get("next.stale"));
        }
        if (report.source().rejections().total() > 0) {
            steps.add(texts.get("next.rejected"));
        }
        aboveLimit(assessment).ifPresent(first -> steps.add(texts.get("next.above-limit", sentences.label(first))));
        if (assessment.endpoints(Verdict.UNDECIDED).stream()
                .flatMap(result -> result.slis(Verdict.UNDECIDED).stream())
                .anyMatch(sli -> sli.reason() == VerdictReason.TOO_LITTLE_TRAFFIC)) {
            steps.add(texts.get("next.undecided"));
        }
        return steps;
    }

    /** More traffic makes a violation of what is above its limit, it does not settle it. */
    private static Optional<EndpointResult> aboveLimit(Assessment assessment) {
        return assessment.endpoints(Verdict.UNDECIDED).stream()
                .filter(result -> result.slis(Verdict.UNDECIDED).stream()
                        .anyMatch(sli -> sli.reason() == VerdictReason.ABOVE_LIMIT))
                .findFirst();
    }
}
