package io.github.sre4j.report;

import io.github.sre4j.assess.SliResult;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourcePlace;
import io.github.sre4j.improve.Candidate;
import io.github.sre4j.improve.HarmlessRepeat;
import io.github.sre4j.improve.ImprovementPlan;
import io.github.sre4j.improve.Obstacle;
import io.github.sre4j.improve.Unexplained;
import io.github.sre4j.improve.cause.Basis;
import io.github.sre4j.improve.cause.Fact;
import io.github.sre4j.improve.cause.Target;
import io.github.sre4j.improve.effect.Effect;
import io.github.sre4j.improve.propose.Proposal;
import io.github.sre4j.improve.propose.RemedyKind;
import io.github.sre4j.improve.track.Outcome;
import io.github.sre4j.improve.track.TrackRecord;
import io.github.sre4j.improve.words.FactLine;
import io.github.sre4j.improve.words.Narration;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
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

    private static final String EXAMPLE = "example";

    private final Texts words;
    private final Formats formats;
    private final UnaryOperator<String> name;
    private final UnaryOperator<String> prose;

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
    }

    /** A text of the language; what the arguments hold from outside has been escaped. */
    public String text(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    /** The endpoint and its cause. */
    public String title(Candidate candidate) {
        String key = candidate.kind() == SliKind.ERRORS ? "title.errors" : "title.latency";
        return words.get(key, name.apply(candidate.endpoint().label()), cause(candidate));
    }

    /** The cause in a few words. */
    public String cause(Candidate candidate) {
        String subject = candidate.cause().subject();
        String kind = "cause." + candidate.cause().kind().id();
        return subject.isEmpty() && candidate.kind() == SliKind.ERRORS
                ? words.get(kind + ".unnamed")
                : words.get(kind, name.apply(candidate.kind() == SliKind.ERRORS ? simpleName(subject) : subject));
    }

    /** A candidate in one line. */
    public String line(Candidate candidate) {
        return words.get(
                findsOnly(candidate) ? "line.unknown" : "line",
                candidate.rank(),
                title(candidate),
                amount(candidate),
                words.get("remedy." + candidate.proposal().kind().id() + ".title"));
    }

    /** Whether it gives nothing back by itself, but says what would. */
    private static boolean findsOnly(Candidate candidate) {
        return candidate.proposal().kind() == RemedyKind.FIND_ORIGIN;
    }

    /** What it gives back, in a few words. */
    public String amount(Candidate candidate) {
        Effect effect = candidate.effect();
        return candidate.kind() == SliKind.ERRORS
                ? words.get("amount.failures", count(effect.goodPerDay()))
                : words.get("amount.waiting", seconds(effect.secondsPerDay()));
    }

    /** What it gives back, with its bound. */
    public List<String> effect(Candidate candidate, double windowDays) {
        Effect effect = candidate.effect();
        List<String> lines = new ArrayList<>();
        if (candidate.kind() == SliKind.ERRORS) {
            double each = effect.goodPerDay() == 0 ? 0 : effect.rankedSecondsPerDay() / effect.goodPerDay();
            lines.add(words.get(
                    findsOnly(candidate) ? "effect.errors.unknown" : "effect.errors", count(effect.goodPerDay())));
            if (!findsOnly(candidate) && each > 0 && effect.highSecondsPerDay() > effect.lowSecondsPerDay()) {
                lines.add(words.get(
                        "effect.errors.interval",
                        count(effect.lowSecondsPerDay() / each),
                        count(effect.highSecondsPerDay() / each),
                        (long) effect.traces()));
            }
        } else {
            lines.add(
                    effect.goodPerDay() >= 0.5
                            ? words.get(
                                    "effect.waiting",
                                    seconds(effect.secondsPerDay()),
                                    seconds(candidate.excessPerDay()),
                                    count(effect.goodPerDay()))
                            : words.get(
                                    "effect.waiting.no-good",
                                    seconds(effect.secondsPerDay()),
                                    seconds(candidate.excessPerDay())));
            lines.add(
                    switch (effect.traces()) {
                        case 0 -> words.get("effect.no-trace", seconds(effect.atMostSecondsPerDay()));
                        case 1 -> words.get("effect.one-trace", seconds(effect.atMostSecondsPerDay()));
                        default -> interval(effect);
                    });
        }
        if (windowDays < 1) {
            lines.add(words.get("effect.extrapolated"));
        }
        return lines;
    }

    private String interval(Effect effect) {
        String low = seconds(effect.lowSecondsPerDay());
        String high = seconds(effect.highSecondsPerDay());
        String most = seconds(effect.atMostSecondsPerDay());
        return low.equals(high)
                ? words.get("effect.agreed", (long) effect.traces(), most)
                : words.get("effect.interval", low, high, (long) effect.traces(), most);
    }

    /** The three factors of the ranking. */
    public String rank(Candidate candidate) {
        Effect effect = candidate.effect();
        boolean errors = candidate.kind() == SliKind.ERRORS;
        double each = effect.goodPerDay() == 0 ? 0 : effect.rankedSecondsPerDay() / effect.goodPerDay();
        return words.get(
                errors ? "rank.errors" : "rank",
                errors ? count(effect.goodPerDay()) : seconds(effect.rankedSecondsPerDay()),
                factor(candidate.cause().confidence()),
                factor(candidate.fixability().factor()),
                words.get("place." + candidate.fixability().place().name()),
                seconds(candidate.score()),
                seconds(each));
    }

    /** What it rests on: for each basis one paragraph that names it, and last how to look at an example. */
    public List<String> facts(Candidate candidate) {
        List<Fact> facts = candidate.cause().facts();
        List<String> paragraphs = new ArrayList<>();
        for (Basis basis : Basis.values()) {
            String all = facts.stream()
                    .filter(fact -> fact.basis() == basis && !EXAMPLE.equals(fact.key()))
                    .map(this::statement)
                    .collect(Collectors.joining(words.get("fact.separator")));
            if (!all.isEmpty()) {
                paragraphs.add(words.get("fact.by-basis", words.get("basis." + basis.name()), all));
            }
        }
        facts.stream()
                .filter(fact -> EXAMPLE.equals(fact.key()))
                .map(this::statement)
                .forEach(paragraphs::add);
        return paragraphs;
    }

    /** One fact with its basis. */
    public String fact(Fact fact) {
        return words.get("fact.by-basis", words.get("basis." + fact.basis().name()), statement(fact));
    }

    /** One fact alone. */
    public String statement(Fact fact) {
        return words.get(
                "fact." + fact.key(),
                fact.values().stream()
                        .map(value -> "error-message".equals(fact.key()) ? prose.apply(value.toString()) : value(value))
                        .toArray());
    }

    private Object value(Object value) {
        if (value instanceof String text) {
            return name.apply(text);
        }
        if (value instanceof Duration duration) {
            return formats.duration(duration);
        }
        if (value instanceof Instant instant) {
            return formats.instant(instant);
        }
        if (value instanceof Fact.Share share) {
            return formats.percent(share.ratio());
        }
        if (value instanceof Fact.Times times) {
            return times(times.number());
        }
        return value;
    }

    /** What is said before the places: which of them, or that there are none; empty where there is one. */
    public Optional<String> beforePlaces(Candidate candidate, boolean sourceAtHand) {
        if (candidate.places().isEmpty()) {
            return Optional.of(words.get(sourceAtHand ? "where.unknown" : "where.no-source"));
        }
        return candidate.places().size() > 1 && candidate.proposal().at().isEmpty()
                ? Optional.of(words.get("where.several"))
                : Optional.empty();
    }

    /** The places to show: one where the change is known to be made, else all. */
    public List<SourcePlace> places(Candidate candidate) {
        List<SourcePlace> sure = candidate.proposal().places();
        return sure.isEmpty() ? candidate.places() : sure;
    }

    /** The class and method of a place, without its file. */
    public String codeName(SourcePlace place) {
        return name.apply(inClass(place));
    }

    /** A place. */
    public String place(SourcePlace place) {
        return words.get(
                "where.in", name.apply(place.file()), String.valueOf(place.line()), name.apply(inClass(place)));
    }

    private static String inClass(SourcePlace place) {
        return place.method() == null
                ? place.name(SourceName.FIELD)
                        .map(field -> simpleName(place.className()) + "." + field)
                        .orElse(simpleName(place.className()))
                : simpleName(place.className()) + "." + place.method();
    }

    /** What to do, in a few words. */
    public String remedy(Candidate candidate) {
        return words.get("remedy." + candidate.proposal().kind().id() + ".title");
    }

    /** What to do. */
    public String what(Candidate candidate) {
        return ofRemedy(candidate.proposal(), candidate.proposal().named() ? "what-named" : "what");
    }

    /** What may go wrong. */
    public String risk(Candidate candidate) {
        return ofRemedy(candidate.proposal(), "risk");
    }

    /** How to see before release that it works. */
    public String verify(Candidate candidate) {
        return ofRemedy(candidate.proposal(), "verify");
    }

    private String ofRemedy(Proposal proposal, String part) {
        return words.get(
                "remedy." + proposal.kind().id() + "." + part,
                proposal.names().stream().map(name).toArray());
    }

    /** When it is done. */
    public List<String> doneWhen(Candidate candidate) {
        SliResult sli = candidate.doneWhen().sli();
        String label = name.apply(candidate.endpoint().label());
        BigDecimal objective = sli.sli().objective().ratio();
        List<String> done = new ArrayList<>();
        if (sli.sli() instanceof LatencySli latency) {
            done.add(words.get(
                    "done.latency",
                    label,
                    formats.exactPercent(objective),
                    formats.exactDuration(latency.threshold()),
                    formats.percentBeside(sli.tally().goodRatio(), objective)));
        } else {
            BigDecimal allowed = BigDecimal.ONE.subtract(objective);
            done.add(words.get(
                    "done.errors",
                    label,
                    formats.exactPercent(allowed),
                    formats.percentBeside(sli.tally().badRatio(), allowed)));
        }
        if (candidate.doneWhen().counted()) {
            done.add(words.get(
                    "done.calls",
                    candidate.doneWhen().callsThen(),
                    times(candidate.doneWhen().callsNow())));
        }
        return done;
    }

    /** Why it is worth less than it looks. */
    public Optional<String> but(Candidate candidate) {
        return candidate
                .but()
                .map(obstacle -> words.get(
                        "but." + obstacle.id(),
                        obstacle == Obstacle.THIRD_PARTY && candidate.cause().target() instanceof Target.Call call
                                ? name.apply(call.host())
                                : ""));
    }

    /** What the first candidates give back together; empty if there are none. */
    public List<String> goal(ImprovementPlan plan) {
        List<String> lines = new ArrayList<>();
        int first = plan.first().size();
        if (first > 0 && plan.excessPerDay() > 0 && plan.secondsOfFirst(first) > 0) {
            lines.add(words.get(
                    first == 1 ? "goal.waiting.one" : "goal.waiting",
                    first,
                    seconds(plan.secondsOfFirst(first)),
                    seconds(plan.excessPerDay()),
                    formats.percent(rounded(plan.secondsOfFirst(first) / plan.excessPerDay()))));
        }
        if (first > 0 && plan.failedPerDay() > 0 && plan.failuresOfFirst(first) > 0) {
            lines.add(words.get(
                    first == 1 ? "goal.failures.one" : "goal.failures",
                    first,
                    count(plan.failuresOfFirst(first)),
                    count(Math.max(plan.failedPerDay(), plan.failuresOfFirst(first)))));
        }
        return lines;
    }

    /** An endpoint without a candidate. */
    public String unexplained(Unexplained each) {
        return words.get(
                "unexplained." + each.why().id(), name.apply(each.endpoint().label()), seconds(each.excessPerDay()));
    }

    /** Something that does not matter. */
    public String harmless(HarmlessRepeat each) {
        return words.get(
                "harmless.item",
                name.apply(each.endpoint().label()),
                name.apply(each.subject()),
                times(each.perRequest()),
                seconds(each.secondsPerRequest()));
    }

    /** What became of proposals taken before: first how the ranking does, then each; empty if none was taken. */
    public List<String> track(TrackRecord track) {
        List<String> lines = new ArrayList<>();
        track.medianKept()
                .ifPresent(
                        median -> lines.add(words.get("track.median", track.done(), formats.percent(rounded(median)))));
        for (Outcome outcome : track.outcomes()) {
            String title = prose.apply(outcome.taken().title());
            boolean errors = outcome.taken().errors();
            lines.add(outcome.observedPerDay()
                    .map(observed -> words.get(
                            errors ? "track.done.errors" : "track.done",
                            title,
                            amount(outcome.taken().predicted(), errors),
                            amount(observed, errors),
                            amount(outcome.low(), errors),
                            amount(outcome.high(), errors),
                            formats.percent(rounded(outcome.kept().orElse(0.0)))))
                    .orElseGet(() -> words.get("track.waiting", title)));
        }
        return lines;
    }

    private String amount(double perDay, boolean errors) {
        String size = errors ? count(Math.abs(perDay)) : seconds(Math.abs(perDay));
        return perDay < 0 ? "−" + size : size;
    }

    /** All that may be said of a candidate, as a closed list of facts, most telling first. */
    public List<FactLine> factLines(Candidate candidate, double windowDays) {
        List<String> all = new ArrayList<>();
        all.add(title(candidate) + ".");
        candidate.cause().facts().stream()
                .filter(fact -> !EXAMPLE.equals(fact.key()))
                .map(this::fact)
                .forEach(all::add);
        all.addAll(effect(candidate, windowDays));
        candidate.place().map(this::place).ifPresent(all::add);
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

    private String seconds(double seconds) {
        return formats.duration(Duration.ofNanos(Math.round(Math.min(seconds, 9e9) * 1e9)));
    }

    private String count(double number) {
        return number > 0 && number < 1 ? times(number) : formats.count(Math.round(number));
    }

    /** One decimal below ten, none from there on. */
    private String times(double number) {
        BigDecimal exact = BigDecimal.valueOf(number);
        return number < 9.95
                ? exact.setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString()
                : formats.count(Math.round(number));
    }

    private static String factor(double factor) {
        return BigDecimal.valueOf(factor)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static double rounded(double share) {
        return Math.round(share * 100) / 100.0;
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
