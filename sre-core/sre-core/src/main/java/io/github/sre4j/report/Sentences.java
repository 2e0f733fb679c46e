package io.github.sre4j.report;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.ExcludedName;
import io.github.sre4j.assess.GoalProgress;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.WaiverUse;
import io.github.sre4j.baseline.BaselineComparison;
import io.github.sre4j.fix.FixReviewer;
import io.github.sre4j.gate.CheckOutcome;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.gate.GateReason;
import io.github.sre4j.history.Trend;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.ExclusionReason;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Rejections.Rejection;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The sentences of a report, in one language and for one kind of place: every text from telemetry passes through the escaping given.
 * Immutable.
 */
public final class Sentences {

    private static final int FIRST = 3;

    /** Days before its end in which a waiver is brought up. */
    private static final int SOON = 14;

    /** Reasons whose texts are names from telemetry. */
    private static final Set<GateReason.Kind> NAMED = EnumSet.of(
            GateReason.Kind.UNCLASSIFIED,
            GateReason.Kind.UNROUTED,
            GateReason.Kind.EXCLUDED_SHARE,
            GateReason.Kind.WAIVED_SHARE,
            GateReason.Kind.WAIVERS_REFUSED,
            GateReason.Kind.MISSED_WORSE,
            GateReason.Kind.BASELINE_MET,
            GateReason.Kind.BASELINE_GONE,
            GateReason.Kind.FIX_COVERS,
            GateReason.Kind.FIX_CARRIED,
            GateReason.Kind.FIX_DEPLOYMENT_UNKNOWN,
            GateReason.Kind.FIX_TOO_LITTLE_TRAFFIC,
            GateReason.Kind.FIX_HELPS,
            GateReason.Kind.FIX_OVERDUE,
            GateReason.Kind.FIX_WITHOUT_EFFECT,
            GateReason.Kind.FIX_GOT_WORSE,
            GateReason.Kind.FIX_PLACELESS);

    private final Texts texts;
    private final Formats formats;
    private final UnaryOperator<String> name;
    private final UnaryOperator<String> prose;

    /**
     * Makes the sentences.
     *
     * @param texts the language
     * @param escape makes text from outside safe for the place
     */
    public Sentences(Texts texts, UnaryOperator<String> escape) {
        this(texts, escape, escape);
    }

    /**
     * Makes the sentences for a place that sets names apart.
     *
     * @param texts the language
     * @param name makes a name of an endpoint, service or file safe for the place
     * @param prose makes a sentence somebody else wrote safe for the place
     */
    public Sentences(Texts texts, UnaryOperator<String> name, UnaryOperator<String> prose) {
        this.texts = texts;
        this.formats = texts.formats();
        this.name = name;
        this.prose = prose;
    }

    /** A text of the language; what the arguments hold from outside has been escaped. */
    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** The endpoint's label, escaped. */
    public String label(EndpointResult result) {
        return name.apply(result.endpoint().label());
    }

    /** What was checked against what. */
    public String subject(ServiceLevelReport report) {
        return texts.get(
                "report.subject",
                name.apply(report.service().name()),
                prose.apply(report.assessment().standard().name()),
                prose.apply(report.assessment().standard().version()),
                formats.window(
                        report.assessment().window().from(),
                        report.assessment().window().to()));
    }

    /** What it rests on. */
    public String source(SourceReport source) {
        String events = formats.count(source.events());
        String description = prose.apply(texts.say(source.description()));
        return source.sampling() instanceof Sampling.Sampled sampled
                ? texts.get("report.source.sampled", events, description, formats.percent(sampled.keptShare()))
                : texts.get("report.source", events, description);
    }

    /**
     * Undecided endpoints with what would settle them.
     *
     * @param results the endpoints, at least one
     * @param named how many to name; the others are counted
     */
    public String undecided(List<EndpointResult> results, int named) {
        SliSentences each = new SliSentences(texts);
        String first = results.stream()
                .limit(named)
                .map(result -> texts.get("undecided.item", label(result), each.needed(result)))
                .collect(Collectors.joining(texts.get("list.separator")));
        String all = results.size() <= named ? first : texts.get("list.more", first, results.size() - named);
        return texts.get("undecided", results.size(), all);
    }

    /**
     * Names that were not judged, by why.
     *
     * @param setAside the names, at least one
     * @param withNames whether the first of each reason is named, or all are only counted
     */
    public String setAside(List<ExcludedName> setAside, boolean withNames) {
        Map<String, List<ExcludedName>> byReason =
                setAside.stream().collect(Collectors.groupingBy(this::whyAside, TreeMap::new, Collectors.toList()));
        String groups = byReason.entrySet().stream()
                .map(group -> withNames
                        ? texts.get(
                                "aside.item",
                                group.getKey(),
                                name.apply(group.getValue().get(0).endpoint().label()),
                                group.getValue().size() - 1)
                        : texts.get(
                                "aside.count", group.getKey(), group.getValue().size()))
                .collect(Collectors.joining(texts.get("list.separator")));
        return texts.get("aside", setAside.size(), groups);
    }

    /** Why a name was not judged. */
    public String whyAside(ExcludedName aside) {
        return texts.get("aside." + aside.notARequest().map(ExclusionReason::id).orElse("no-class"));
    }

    /** A name as telemetry stores it, escaped. */
    public String name(ExcludedName aside) {
        return name.apply(aside.endpoint().name().value());
    }

    /** Whether nobody needs to look at a waiver: it holds, covers something, and its end is more than two weeks away. */
    public static boolean calm(WaiverUse use) {
        return use.endpoints() > 0 && use.daysLeft() > SOON && !use.refused();
    }

    /** A waiver and what became of it. */
    public String waiver(WaiverUse use) {
        return texts.get(
                waiverKey(use),
                name.apply(use.waiver().endpoint().text()),
                formats.date(use.waiver().until()),
                use.daysLeft(),
                prose.apply(use.waiver().owner()),
                prose.apply(use.waiver().reason()),
                use.nearest().stream().map(name).collect(Collectors.joining(texts.get("list.separator"))),
                formats.percent(use.share()));
    }

    private static String waiverKey(WaiverUse use) {
        if (use.expired()) {
            return "waiver.expired";
        }
        if (use.refused()) {
            return "waiver.refused";
        }
        if (use.endpoints() == 0) {
            return use.nearest().isEmpty() ? "waiver.unmatched" : "waiver.unmatched-nearest";
        }
        return use.daysLeft() <= SOON ? "waiver.ending" : "waiver.holds";
    }

    /** Who waived it, until when and why. */
    public String waived(Waiver waiver) {
        return texts.get(
                "waived", formats.date(waiver.until()), prose.apply(waiver.owner()), prose.apply(waiver.reason()));
    }

    /** Whether the data was good enough for its verdicts to be told; else only why it was not. */
    public static boolean judged(GateDecision gate) {
        return gate.outcome() == CheckOutcome.PASSED || gate.outcome() == CheckOutcome.MISSED;
    }

    /** How far the service is from the goal, without what the first endpoints account for. */
    public String goalAlone(GoalProgress goal) {
        return texts.get(
                "goal", goal.met(), goal.endpoints(), goal.remaining(), goal.undecided(), goal.waived(), goal.noData());
    }

    /** How far the service is from the goal. */
    public String goal(GoalProgress goal) {
        String base = goalAlone(goal);
        double share = goal.shareOfFirst(FIRST);
        return share < 0.005
                ? base
                : texts.get(
                        "goal.share",
                        base,
                        Math.min(FIRST, goal.missed()),
                        formats.percent(Math.round(share * 100) / 100.0));
    }

    /** Where the product comes from: what remained each week, the time given back, and when it may arrive. */
    public List<String> trend(Trend trend) {
        List<String> lines = new ArrayList<>();
        List<Trend.Week> weeks = trend.weeks();
        String remaining = weeks.stream()
                .skip(Math.max(0, weeks.size() - Trend.WEEKS_SHOWN))
                .map(week -> String.valueOf(week.remaining()))
                .collect(Collectors.joining(" → "));
        lines.add(texts.get(
                "trend.remaining", remaining, formats.date(weeks.get(0).monday())));
        if (Math.abs(trend.excessGivenBack()) >= 1) {
            lines.add(texts.get(
                    trend.excessGivenBack() > 0 ? "trend.given-back" : "trend.lost",
                    formats.duration(Duration.ofMillis(Math.round(Math.abs(trend.excessGivenBack()) * 1_000)))));
        }
        lines.add(trend.arrival()
                .map(arrival ->
                        texts.get("trend.arrival", formats.date(arrival.earliest()), formats.date(arrival.latest())))
                .orElseGet(() -> texts.get("trend.none")));
        if (trend.overrides() > 0) {
            lines.add(texts.get("trend.overrides", trend.overrides()));
        }
        return lines;
    }

    /** What the build does and why. */
    public String verdict(GateDecision gate) {
        String mode = gate.enforcement().id();
        if (gate.overriddenBecause().isPresent()) {
            return texts.get(
                    "verdict.overridden",
                    mode,
                    prose.apply(gate.overriddenBecause().get()));
        }
        String why = reason(gate.reasons().get(0));
        if (!gate.passed()) {
            return texts.get("verdict.fails", mode, why);
        }
        if (gate.outcome() == CheckOutcome.NO_TELEMETRY) {
            return texts.get("verdict.passes.no-telemetry", mode, why);
        }
        return gate.wouldPassEnforced()
                ? texts.get("verdict.passes", mode, why)
                : texts.get("verdict.passes.not-enforced", mode, why);
    }

    /** One reason of the gate. */
    public String reason(GateReason reason) {
        UnaryOperator<String> escape = NAMED.contains(reason.kind()) ? name : prose;
        Object[] arguments = reason.arguments().stream()
                .map(argument -> argument(argument, escape))
                .toArray();
        Texts words = reason.kind().room().map(texts::of).orElse(texts);
        return words.get("gate." + reason.kind().id(), arguments);
    }

    /** What a missed SLI is to the baseline, and whether a fix of it is in flight; empty if neither can be said. */
    public Optional<String> baseline(GateDecision gate, EndpointResult result, SliResult sli) {
        EndpointName endpoint = result.endpoint().name();
        SliKind kind = sli.sli().kind();
        Optional<String> known = known(gate, endpoint, kind);
        Optional<String> fix = gate.fixes()
                .covering(endpoint, kind)
                .map(each -> texts.of(FixReviewer.class).get("in-flight", formats.date(each.until())));
        return known.isPresent() && fix.isPresent()
                ? Optional.of(known.get() + texts.get("list.separator") + fix.get())
                : known.or(() -> fix);
    }

    private Optional<String> known(GateDecision gate, EndpointName endpoint, SliKind kind) {
        BaselineComparison comparison = gate.comparison();
        if (comparison == null || !comparison.present()) {
            return Optional.empty();
        }
        return comparison.stateOf(endpoint, kind).map(state -> switch (state) {
            case KNOWN -> texts.get("baseline.known");
            case NEW -> texts.get("baseline.new");
            case OTHER_STANDARD -> texts.get("baseline.other-standard");
            case WORSE ->
                texts.get(
                        "baseline.worse",
                        formats.percent(comparison
                                .baseline()
                                .find(endpoint, kind)
                                .orElseThrow()
                                .tally()
                                .badRatio()));
        });
    }

    /** What the source could not use. */
    public String rejected(Rejections rejections) {
        Rejection first = rejections.named().get(0);
        return texts.get(
                "report.rejected",
                rejections.total(),
                name.apply(first.where()),
                first.line(),
                prose.apply(texts.say(first.why())));
    }

    /** What the data could not tell, or anything else that is told by others, escaped. */
    public String note(Message note) {
        return prose.apply(texts.say(note));
    }

    private Object argument(Object argument, UnaryOperator<String> escape) {
        if (argument instanceof Instant instant) {
            return formats.instant(instant);
        }
        if (argument instanceof LocalDate day) {
            return formats.date(day);
        }
        if (argument instanceof Double share) {
            return formats.percent(share);
        }
        if (argument instanceof Message message) {
            return prose.apply(texts.say(message));
        }
        return argument instanceof String text ? escape.apply(text) : argument;
    }
}
