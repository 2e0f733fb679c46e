package io.github.sre4j.advisor.report;

import io.github.sre4j.advisor.AffectedEndpoint;
import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.advisor.Caveat;
import io.github.sre4j.advisor.EndpointWithoutCandidate;
import io.github.sre4j.advisor.HarmlessRepeat;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.advisor.narration.FactLine;
import io.github.sre4j.advisor.narration.Narration;
import io.github.sre4j.advisor.tracking.TrackRecord;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The sentences of improvement candidates, in one language and for one kind of place: every text from telemetry or source passes through the
 * escaping given. Immutable.
 */
public final class CandidateSentences {

    private final Texts words;
    private final Formats formats;
    private final UnaryOperator<String> name;
    private final UnaryOperator<String> prose;
    private final CandidateNumbers numbers;
    private final ImpactSentences impacts;
    private final FactSentences facts;
    private final PlaceSentences places;
    private final RemedySentences remedies;
    private final TrackSentences track;

    /**
     * Makes the sentences.
     *
     * @param texts the language
     * @param name makes a name (of an endpoint, class, file, statement) safe for the place
     * @param prose makes a sentence somebody else wrote safe for the place
     */
    public CandidateSentences(Texts texts, UnaryOperator<String> name, UnaryOperator<String> prose) {
        this.words = texts.of(Candidate.class);
        this.formats = texts.formats();
        this.name = name;
        this.prose = prose;
        this.numbers = new CandidateNumbers(formats);
        this.impacts = new ImpactSentences(words, numbers, name);
        this.facts = new FactSentences(words, formats, numbers, name, prose);
        this.places = new PlaceSentences(words, name);
        this.remedies = new RemedySentences(words, formats, numbers, name);
        this.track = new TrackSentences(words, formats, numbers, prose);
    }

    /** A text of the language; what the arguments hold from outside has been escaped. */
    public String text(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    /** The endpoint and its cause. */
    public String title(Candidate candidate) {
        if (!candidate.several()) {
            return title(candidate, candidate.helped().get(0));
        }
        return words.get(
                candidate.kind() == SliKind.ERRORS ? "title.errors.several" : "title.latency.several",
                name.apply(candidate.endpoint().label()),
                cause(candidate),
                candidate.helped().size() - 1);
    }

    /** One of the endpoints it helps, and the cause there. */
    public String title(Candidate candidate, AffectedEndpoint helped) {
        return words.get(
                candidate.kind() == SliKind.ERRORS ? "title.errors" : "title.latency",
                name.apply(helped.endpoint().label()),
                cause(candidate));
    }

    /** The cause in a few words. */
    public String cause(Candidate candidate) {
        String subject = candidate.cause().subject();
        String kind = "cause." + candidate.cause().kind().id();
        return subject.isEmpty() && candidate.kind() == SliKind.ERRORS
                ? words.get(kind + ".unnamed")
                : words.get(
                        kind,
                        name.apply(
                                candidate.kind() == SliKind.ERRORS ? CandidateNumbers.simpleName(subject) : subject));
    }

    /** A candidate in one line. */
    public String line(Candidate candidate) {
        return words.get(
                ImpactSentences.findsOnly(candidate) ? "line.unknown" : "line",
                candidate.rank(),
                title(candidate),
                amount(candidate),
                words.get("remedy." + candidate.fix().kind().id() + ".title"));
    }

    /** Returns what to fix first in one line: endpoint, fix, and impact. */
    public String fixFirst(Candidate candidate) {
        return words.get(
                "report.first",
                name.apply(candidate.endpoint().label()),
                words.get("remedy." + candidate.fix().kind().id() + ".title"),
                amount(candidate));
    }

    /** What it gives back, in a few words. */
    public String amount(Candidate candidate) {
        return impacts.amount(candidate);
    }

    /** What it gives back, with its bound. */
    public List<String> impact(Candidate candidate, double windowDays) {
        return impacts.impact(candidate, windowDays);
    }

    /** The three factors of the ranking. */
    public String rank(Candidate candidate) {
        return impacts.rank(candidate);
    }

    /** What it rests on: for each basis one paragraph that names it, and last how to look at an example. */
    public List<String> facts(Candidate candidate) {
        return facts.facts(candidate);
    }

    /** One fact with its basis. */
    public String fact(Fact fact) {
        return facts.fact(fact);
    }

    /** One fact alone. */
    public String statement(Fact fact) {
        return facts.statement(fact);
    }

    /** What is said before the places: which of them, or that there are none; empty where there is one. */
    public Optional<String> beforePlaces(Candidate candidate, boolean sourceAtHand) {
        return places.beforePlaces(candidate, sourceAtHand);
    }

    /** The places to show: one where the change is known to be made, else all. */
    public List<SourceLocation> places(Candidate candidate) {
        return places.places(candidate);
    }

    /** The class and method of a place, without its file. */
    public String codeName(SourceLocation place) {
        return places.codeName(place);
    }

    /** A place. */
    public String place(SourceLocation place) {
        return places.place(place);
    }

    /** What to do, in a few words. */
    public String remedy(Candidate candidate) {
        return remedies.remedy(candidate);
    }

    /** What to do. */
    public String what(Candidate candidate) {
        return remedies.what(candidate);
    }

    /** What may go wrong. */
    public String risk(Candidate candidate) {
        return remedies.risk(candidate);
    }

    /** How to see before release that it works. */
    public String verify(Candidate candidate) {
        return remedies.verify(candidate);
    }

    /** When it is done. */
    public List<String> doneWhen(Candidate candidate) {
        return remedies.doneWhen(candidate);
    }

    /** Why it is worth less than it looks. */
    public Optional<String> but(Candidate candidate) {
        return candidate
                .but()
                .map(caveat -> words.get(
                        "but." + caveat.id(),
                        caveat == Caveat.THIRD_PARTY && candidate.cause().target() instanceof Target.Call call
                                ? name.apply(call.host())
                                : ""));
    }

    /** What the first candidates give back together; empty if there are none. */
    public List<String> goal(CandidatePlan plan) {
        List<String> lines = new ArrayList<>();
        int first = plan.first().size();
        if (first > 0 && plan.excessPerDay() > 0 && plan.secondsOfFirst(first) > 0) {
            lines.add(words.get(
                    first == 1 ? "goal.waiting.one" : "goal.waiting",
                    first,
                    numbers.seconds(plan.secondsOfFirst(first)),
                    numbers.seconds(plan.excessPerDay()),
                    formats.percent(CandidateNumbers.rounded(plan.secondsOfFirst(first) / plan.excessPerDay()))));
        }
        if (first > 0 && plan.failedPerDay() > 0 && plan.failuresOfFirst(first) > 0) {
            lines.add(words.get(
                    first == 1 ? "goal.failures.one" : "goal.failures",
                    first,
                    numbers.count(plan.failuresOfFirst(first)),
                    numbers.count(Math.max(plan.failedPerDay(), plan.failuresOfFirst(first)))));
        }
        return lines;
    }

    /** An endpoint without a candidate. */
    public String unexplained(EndpointWithoutCandidate each) {
        return words.get(
                "unexplained." + each.why().id(),
                name.apply(each.endpoint().label()),
                numbers.seconds(each.excessPerDay()));
    }

    /** Something that does not matter. */
    public String harmless(HarmlessRepeat each) {
        return words.get(
                "harmless.item",
                name.apply(each.endpoint().label()),
                name.apply(each.subject()),
                numbers.times(each.perRequest()),
                numbers.seconds(each.secondsPerRequest()));
    }

    /** Returns the observed impact of accepted candidates: first how the ranking does, then each; empty if none was taken. */
    public List<String> track(TrackRecord record) {
        return track.track(record);
    }

    /**
     * All that may be said of a candidate, as a closed list of facts, most telling first. What an exception said is not among them: it is free text, and
     * whoever caused the failure may have written it.
     */
    public List<FactLine> factLines(Candidate candidate, double windowDays) {
        List<String> all = new ArrayList<>();
        all.add(title(candidate) + ".");
        candidate.cause().facts().stream()
                .filter(fact -> !FactSentences.EXAMPLE.equals(fact.key()) && !FactSentences.MESSAGE.equals(fact.key()))
                .map(this::fact)
                .forEach(all::add);
        all.addAll(impact(candidate, windowDays));
        candidate.fix().at().map(this::place).ifPresent(all::add);
        all.add(what(candidate));
        all.add(risk(candidate));
        all.addAll(doneWhen(candidate));
        List<FactLine> lines = new ArrayList<>();
        all.forEach(text -> lines.add(new FactLine("F" + (lines.size() + 1), text)));
        return lines;
    }

    /** What a model said, with what each sentence cites. */
    public String narration(Narration narration) {
        return words.get(
                "words.by",
                narration.sentences().stream()
                        .map(sentence -> words.get(
                                "words.sentence", prose.apply(sentence.text()), String.join(", ", sentence.facts())))
                        .collect(Collectors.joining(words.get("fact.separator"))),
                prose.apply(narration.model()));
    }

    /** A note, as whoever made it says it. */
    public String note(String note) {
        return prose.apply(note);
    }
}
