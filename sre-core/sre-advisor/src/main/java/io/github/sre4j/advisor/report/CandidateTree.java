package io.github.sre4j.advisor.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.advisor.AffectedEndpoint;
import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.advisor.EndpointWithoutCandidate;
import io.github.sre4j.advisor.HarmlessRepeat;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.impact.Impact;
import io.github.sre4j.advisor.narration.Narration;
import io.github.sre4j.advisor.remedy.SketchLine;
import io.github.sre4j.advisor.tracking.CandidateOutcome;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Improvement candidates as JSON; sentences are English, as everywhere in the file. */
final class CandidateTree {

    private static final int DIGITS = 6;

    private final JsonNodeCreator nodes;
    private final CandidateSentences sentences =
            new CandidateSentences(Texts.in(Locale.ENGLISH), UnaryOperator.identity(), UnaryOperator.identity());

    CandidateTree(JsonNodeCreator nodes) {
        this.nodes = nodes;
    }

    /**
     * A candidate.
     *
     * @param windowDays length of the report's window: what is counted in days elsewhere is counted in the window beside the goal's excess time
     */
    ObjectNode candidate(Candidate candidate, double windowDays) {
        ObjectNode node = nodes.objectNode();
        node.put("rank", candidate.rank());
        node.put("key", candidate.key());
        node.put("endpoint", candidate.endpoint().name().value());
        node.put("label", candidate.endpoint().label());
        node.put("sli", candidate.kind().id());
        node.put("excessSeconds", rounded(candidate.excessPerDay() * windowDays));
        node.put("excessSecondsPerDay", rounded(candidate.excessPerDay()));
        node.put("shareOfExcess", rounded(candidate.shareOfExcess()));
        ObjectNode cause = node.putObject("cause");
        cause.put("kind", candidate.cause().kind().id());
        cause.put("subject", candidate.cause().subject());
        cause.put("title", sentences.title(candidate));
        ArrayNode evidence = cause.putArray("evidence");
        candidate.cause().facts().stream().map(sentences::statement).forEach(evidence::add);
        ArrayNode facts = cause.putArray("facts");
        candidate.cause().facts().forEach(fact -> fact(facts.addObject(), fact));
        impact(node.putObject("effect"), candidate.impact());
        node.put("confidence", rounded(candidate.cause().confidence()));
        node.put("fixability", rounded(candidate.fixability().factor()));
        node.put("score", rounded(candidate.score()));
        node.set(
                "code",
                candidate
                        .place()
                        .map(place -> JsonReport.location(nodes, place))
                        .orElse(null));
        ArrayNode places = node.putArray("places");
        candidate.places().forEach(place -> places.add(JsonReport.location(nodes, place)));
        node.put("remedy", candidate.fix().kind().id());
        node.put("proposal", sentences.what(candidate));
        ArrayNode sketch = node.putArray("sketch");
        candidate.fix().sketch().stream().map(SketchLine::inPatch).forEach(sketch::add);
        node.put("risk", sentences.risk(candidate));
        node.put("verify", sentences.verify(candidate));
        node.put("doneWhen", String.join(" ", sentences.doneWhen(candidate)));
        node.put("but", candidate.but().map(each -> each.id()).orElse(null));
        ArrayNode endpoints = node.putArray("endpoints");
        candidate.helped().forEach(each -> helped(endpoints.addObject(), each, windowDays));
        return node;
    }

    /** One of the endpoints that the change helps. */
    private void helped(ObjectNode node, AffectedEndpoint helped, double windowDays) {
        node.put("endpoint", helped.endpoint().name().value());
        node.put("label", helped.endpoint().label());
        node.put("excessSeconds", rounded(helped.excessPerDay() * windowDays));
        node.put("excessSecondsPerDay", rounded(helped.excessPerDay()));
        node.put("confidence", rounded(helped.cause().confidence()));
        impact(node.putObject("effect"), helped.impact());
        ArrayNode evidence = node.putArray("evidence");
        helped.cause().facts().stream().map(sentences::statement).forEach(evidence::add);
    }

    ObjectNode plan(CandidatePlan plan) {
        ObjectNode node = nodes.objectNode();
        node.put("shown", plan.first().size());
        node.put("excessSecondsPerDay", rounded(plan.excessPerDay()));
        node.put("failedPerDay", rounded(plan.failedPerDay()));
        ArrayNode givenBack = node.putArray("givenBackByFirst");
        for (int k = 1; k <= plan.candidates().size(); k++) {
            givenBack
                    .addObject()
                    .put("first", k)
                    .put("secondsPerDay", rounded(plan.secondsOfFirst(k)))
                    .put("failuresPerDay", rounded(plan.failuresOfFirst(k)));
        }
        ArrayNode without = node.putArray("withoutCandidate");
        for (EndpointWithoutCandidate each : plan.unexplained()) {
            without.addObject()
                    .put("endpoint", each.endpoint().name().value())
                    .put("why", each.why().id())
                    .put("excessSecondsPerDay", rounded(each.excessPerDay()));
        }
        ArrayNode harmless = node.putArray("harmless");
        for (HarmlessRepeat each : plan.harmless()) {
            harmless.addObject()
                    .put("endpoint", each.endpoint().name().value())
                    .put("subject", each.subject())
                    .put("perRequest", rounded(each.perRequest()))
                    .put("secondsPerRequest", rounded(each.secondsPerRequest()));
        }
        ObjectNode track = node.putObject("track");
        track.put("done", plan.track().done());
        if (plan.track().medianKept().isPresent()) {
            track.put("medianKept", rounded(plan.track().medianKept().getAsDouble()));
        }
        ArrayNode outcomes = track.putArray("outcomes");
        for (CandidateOutcome outcome : plan.track().outcomes()) {
            ObjectNode each = outcomes.addObject();
            each.put("key", outcome.taken().key());
            each.put("predictedPerDay", rounded(outcome.taken().predicted()));
            each.put("commit", outcome.taken().commit());
            each.put(
                    "observedPerDay",
                    outcome.observedPerDay().map(CandidateTree::rounded).orElse(null));
            each.putArray("interval").add(rounded(outcome.low())).add(rounded(outcome.high()));
        }
        ArrayNode narrations = node.putArray("words");
        for (Narration narration : plan.narrations()) {
            ObjectNode each = narrations.addObject();
            each.put("rank", narration.rank());
            each.put("outcome", narration.outcome().id());
            each.put("model", narration.model());
            each.put("promptVersion", narration.promptVersion());
            each.put("tokens", narration.tokens());
            each.put("dropped", narration.dropped());
            each.put("factsLeftOut", narration.factsLeftOut());
            ArrayNode sentences = each.putArray("sentences");
            narration.sentences().forEach(sentence -> {
                ObjectNode said = sentences.addObject().put("text", sentence.text());
                ArrayNode facts = said.putArray("facts");
                sentence.facts().forEach(facts::add);
            });
        }
        node.put("queries", plan.queries());
        ArrayNode notes = node.putArray("notes");
        plan.notes().forEach(notes::add);
        return node;
    }

    private void fact(ObjectNode node, Fact fact) {
        node.put("basis", fact.basis().name().toLowerCase(Locale.ROOT));
        node.put("key", fact.key());
        node.put("text", sentences.statement(fact));
    }

    private static void impact(ObjectNode node, Impact impact) {
        node.put("secondsPerDay", rounded(impact.secondsPerDay()));
        node.putArray("interval").add(rounded(impact.lowSecondsPerDay())).add(rounded(impact.highSecondsPerDay()));
        node.put("atMostSecondsPerDay", rounded(impact.atMostSecondsPerDay()));
        node.put("goodPerDay", rounded(impact.goodPerDay()));
        node.put("rankedSecondsPerDay", rounded(impact.rankedSecondsPerDay()));
        node.put("traces", impact.traces());
    }

    /** Estimates are not known to their last digit, and sums of doubles differ there between machines. */
    private static double rounded(double value) {
        return new BigDecimal(value)
                .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .doubleValue();
    }
}
