package io.github.sre4j.advisor.report;

import io.github.sre4j.advisor.AffectedEndpoint;
import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.advisor.EndpointWithoutCandidate;
import io.github.sre4j.advisor.HarmlessRepeat;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.impact.Impact;
import io.github.sre4j.advisor.narration.Narration;
import io.github.sre4j.advisor.narration.Sentence;
import io.github.sre4j.advisor.remedy.SketchLine;
import io.github.sre4j.advisor.tracking.CandidateOutcome;
import io.github.sre4j.advisor.tracking.TrackRecord;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Improvement candidates as fields of the report file; sentences are English, as everywhere in the file. Immutable. */
final class CandidateFields {

    private static final int DIGITS = 6;

    private final CandidateSentences sentences =
            new CandidateSentences(Texts.in(Locale.ENGLISH), UnaryOperator.identity(), UnaryOperator.identity());

    /**
     * Returns the fields of a candidate.
     *
     * @param windowDays observed time of the report in days; the goal's excess time is that of the window, too
     */
    Map<String, @Nullable Object> candidate(Candidate candidate, double windowDays) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("rank", candidate.rank());
        node.put("key", candidate.key());
        node.put("endpoint", candidate.endpoint().name().value());
        node.put("label", candidate.endpoint().label());
        node.put("sli", candidate.kind().id());
        node.put("excessSeconds", rounded(candidate.excessPerDay() * windowDays));
        node.put("excessSecondsPerDay", rounded(candidate.excessPerDay()));
        node.put("shareOfExcess", rounded(candidate.shareOfExcess()));
        node.put("cause", cause(candidate));
        node.put("effect", impact(candidate.impact()));
        node.put("confidence", rounded(candidate.cause().confidence()));
        node.put("fixability", rounded(candidate.fixability().factor()));
        node.put("score", rounded(candidate.score()));
        node.put("code", candidate.place().map(JsonReport::location).orElse(null));
        node.put("places", candidate.places().stream().map(JsonReport::location).toList());
        node.put("remedy", candidate.fix().kind().id());
        node.put("proposal", sentences.what(candidate));
        node.put(
                "sketch",
                candidate.fix().sketch().stream().map(SketchLine::inPatch).toList());
        node.put("risk", sentences.risk(candidate));
        node.put("verify", sentences.verify(candidate));
        node.put("doneWhen", String.join(" ", sentences.doneWhen(candidate)));
        node.put("but", candidate.but().map(caveat -> caveat.id()).orElse(null));
        node.put(
                "endpoints",
                candidate.helped().stream()
                        .map(helped -> affected(helped, windowDays))
                        .toList());
        return node;
    }

    /** Returns the fields of what is known beside the candidates themselves. */
    Map<String, @Nullable Object> plan(CandidatePlan plan) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("shown", plan.first().size());
        node.put("excessSecondsPerDay", rounded(plan.excessPerDay()));
        node.put("failedPerDay", rounded(plan.failedPerDay()));
        node.put(
                "givenBackByFirst",
                IntStream.rangeClosed(1, plan.candidates().size())
                        .mapToObj(k -> savedByFirst(plan, k))
                        .toList());
        node.put(
                "withoutCandidate",
                plan.unexplained().stream().map(CandidateFields::without).toList());
        node.put(
                "harmless",
                plan.harmless().stream().map(CandidateFields::harmless).toList());
        node.put("track", track(plan.track()));
        node.put(
                "words",
                plan.narrations().stream().map(CandidateFields::narration).toList());
        node.put("queries", plan.queries());
        node.put("notes", plan.notes());
        return node;
    }

    private Map<String, @Nullable Object> cause(Candidate candidate) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("kind", candidate.cause().kind().id());
        node.put("subject", candidate.cause().subject());
        node.put("title", sentences.title(candidate));
        node.put("evidence", statements(candidate.cause().facts()));
        node.put("facts", candidate.cause().facts().stream().map(this::fact).toList());
        return node;
    }

    private Map<String, @Nullable Object> fact(Fact fact) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("basis", fact.basis().name().toLowerCase(Locale.ROOT));
        node.put("key", fact.key());
        node.put("text", sentences.statement(fact));
        return node;
    }

    private Map<String, @Nullable Object> affected(AffectedEndpoint affected, double windowDays) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("endpoint", affected.endpoint().name().value());
        node.put("label", affected.endpoint().label());
        node.put("excessSeconds", rounded(affected.excessPerDay() * windowDays));
        node.put("excessSecondsPerDay", rounded(affected.excessPerDay()));
        node.put("confidence", rounded(affected.cause().confidence()));
        node.put("effect", impact(affected.impact()));
        node.put("evidence", statements(affected.cause().facts()));
        return node;
    }

    private List<String> statements(List<Fact> facts) {
        return facts.stream().map(sentences::statement).toList();
    }

    private static Map<String, @Nullable Object> impact(Impact impact) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("secondsPerDay", rounded(impact.secondsPerDay()));
        node.put("interval", List.of(rounded(impact.lowSecondsPerDay()), rounded(impact.highSecondsPerDay())));
        node.put("atMostSecondsPerDay", rounded(impact.atMostSecondsPerDay()));
        node.put("goodPerDay", rounded(impact.goodPerDay()));
        node.put("rankedSecondsPerDay", rounded(impact.rankedSecondsPerDay()));
        node.put("traces", impact.traces());
        return node;
    }

    private static Map<String, @Nullable Object> savedByFirst(CandidatePlan plan, int k) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("first", k);
        node.put("secondsPerDay", rounded(plan.secondsOfFirst(k)));
        node.put("failuresPerDay", rounded(plan.failuresOfFirst(k)));
        return node;
    }

    private static Map<String, @Nullable Object> without(EndpointWithoutCandidate without) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("endpoint", without.endpoint().name().value());
        node.put("why", without.why().id());
        node.put("excessSecondsPerDay", rounded(without.excessPerDay()));
        return node;
    }

    private static Map<String, @Nullable Object> harmless(HarmlessRepeat harmless) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("endpoint", harmless.endpoint().name().value());
        node.put("subject", harmless.subject());
        node.put("perRequest", rounded(harmless.perRequest()));
        node.put("secondsPerRequest", rounded(harmless.secondsPerRequest()));
        return node;
    }

    private static Map<String, @Nullable Object> track(TrackRecord track) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("done", track.done());
        track.medianKept().ifPresent(median -> node.put("medianKept", rounded(median)));
        node.put(
                "outcomes",
                track.outcomes().stream().map(CandidateFields::outcome).toList());
        return node;
    }

    private static Map<String, @Nullable Object> outcome(CandidateOutcome outcome) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("key", outcome.taken().key());
        node.put("predictedPerDay", rounded(outcome.taken().predicted()));
        node.put("commit", outcome.taken().commit());
        node.put(
                "observedPerDay",
                outcome.observedPerDay().map(CandidateFields::rounded).orElse(null));
        node.put("interval", List.of(rounded(outcome.low()), rounded(outcome.high())));
        return node;
    }

    private static Map<String, @Nullable Object> narration(Narration narration) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("rank", narration.rank());
        node.put("outcome", narration.outcome().id());
        node.put("model", narration.model());
        node.put("promptVersion", narration.promptVersion());
        node.put("tokens", narration.tokens());
        node.put("dropped", narration.dropped());
        node.put("factsLeftOut", narration.factsLeftOut());
        node.put(
                "sentences",
                narration.sentences().stream().map(CandidateFields::sentence).toList());
        return node;
    }

    private static Map<String, @Nullable Object> sentence(Sentence sentence) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("text", sentence.text());
        node.put("facts", sentence.facts());
        return node;
    }

    /** Estimates are not known to their last digit, and sums of doubles differ there between machines. */
    private static double rounded(double value) {
        return new BigDecimal(value)
                .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .doubleValue();
    }
}
