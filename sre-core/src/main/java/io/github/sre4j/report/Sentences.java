package io.github.sre4j.report;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.Goal;
import io.github.sre4j.assess.SetAside;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.WaiverUse;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.gate.GateReason;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.telemetry.HourCounts;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The sentences of a report, in one language and for one kind of place: every text from telemetry passes through the escaping given.
 * Immutable.
 */
public final class Sentences {

    /** How many undecided endpoints or set-aside names a line names before it only counts them. */
    private static final int NAMED = 5;

    private static final int FIRST = 3;

    private final Texts texts;
    private final Formats formats;
    private final UnaryOperator<String> escape;

    /**
     * Makes the sentences.
     *
     * @param texts the language
     * @param escape makes text from telemetry safe for the place
     */
    public Sentences(Texts texts, UnaryOperator<String> escape) {
        this.texts = texts;
        this.formats = texts.formats();
        this.escape = escape;
    }

    /** A text without arguments from this report. */
    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** The endpoint's label, escaped. */
    public String label(EndpointResult result) {
        return escape.apply(result.endpoint().label());
    }

    /** What was checked against what. */
    public String subject(ServiceLevelReport report) {
        return texts.get(
                "report.subject",
                escape.apply(report.service().name()),
                escape.apply(report.assessment().standard().name()),
                escape.apply(report.assessment().standard().version()),
                formats.instant(report.assessment().window().from()),
                formats.instant(report.assessment().window().to()));
    }

    /** What it rests on. */
    public String source(SourceReport source) {
        String events = formats.count(source.events());
        String description = escape.apply(source.description());
        return source.sampling() instanceof Sampling.Sampled sampled
                ? texts.get("report.source.sampled", events, description, formats.percent(sampled.keptShare()))
                : texts.get("report.source", events, description);
    }

    /** One SLI, observed against allowed. */
    public String observed(EndpointResult result, SliResult sli) {
        String bad = formats.percent(sli.tally().badRatio());
        String allowed = formats.percent(sli.sli().objective().allowedBadRatio());
        String counts = texts.get(
                "sli.counts",
                formats.count(sli.tally().bad()),
                formats.count(sli.tally().total()));
        if (sli.sli() instanceof LatencySli latency) {
            return texts.get(
                    "sli.latency",
                    bad,
                    formats.duration(latency.threshold()),
                    allowed,
                    counts,
                    result.measurement()
                            .latencySummary()
                            .map(summary -> formats.duration(summary.p95()))
                            .orElse("–"),
                    formats.duration(result.measurement().excess()));
        }
        return texts.get("sli.errors", bad, allowed, counts);
    }

    /** Why the SLI has its verdict. */
    public String why(SliResult sli) {
        String further = sli.furtherGood().isPresent()
                ? formats.count(sli.furtherGood().getAsLong())
                : texts.get("reason.never");
        return switch (sli.reason()) {
            case WITHIN -> texts.get("reason.within");
            case CHRONIC -> texts.get("reason.chronic");
            case INCIDENT -> incident(sli);
            case TOO_LITTLE_TRAFFIC -> texts.get("reason.too-little-traffic", further);
            case NO_EVENTS -> texts.get("reason.no-events", further);
            case WAIVED -> texts.get("reason.waived");
        };
    }

    private String incident(SliResult sli) {
        Optional<HourCounts> hour = sli.hourWithMostBad();
        return hour.isEmpty()
                ? texts.get("reason.incident")
                : texts.get(
                        "reason.incident.hour",
                        formats.instant(hour.get().start()),
                        formats.count(
                                hour.get().counts().tally(sli.sli().kind()).bad()),
                        formats.count(sli.tally().bad()));
    }

    /** Undecided endpoints with what would settle them. */
    public String undecided(List<EndpointResult> results) {
        String named = results.stream()
                .limit(NAMED)
                .map(result -> texts.get("undecided.item", label(result), formats.count(mostFurther(result))))
                .collect(Collectors.joining(texts.get("list.separator")));
        return more(texts.get("undecided", results.size(), named), results.size());
    }

    private static long mostFurther(EndpointResult result) {
        return result.slis().stream()
                .mapToLong(sli -> sli.furtherGood().orElse(0))
                .max()
                .orElse(0);
    }

    /** Names that were not judged, by why. */
    public String setAside(List<SetAside> setAside) {
        Map<String, List<SetAside>> byReason = setAside.stream()
                .collect(Collectors.groupingBy(
                        aside -> aside.notARequest().map(reason -> reason.id()).orElse("no-class"),
                        TreeMap::new,
                        Collectors.toList()));
        String groups = byReason.entrySet().stream()
                .map(group -> texts.get(
                        "aside.item",
                        texts.get("aside." + group.getKey()),
                        escape.apply(group.getValue().get(0).endpoint().label()),
                        group.getValue().size() - 1))
                .collect(Collectors.joining(texts.get("list.separator")));
        return texts.get("aside", setAside.size(), groups);
    }

    /** A waiver and what became of it. */
    public String waiver(WaiverUse use) {
        String key = use.expired()
                ? "waiver.expired"
                : use.endpoints() == 0 ? "waiver.unmatched" : use.daysLeft() <= 14 ? "waiver.ending" : "waiver.holds";
        return texts.get(
                key,
                escape.apply(use.waiver().endpoint().text()),
                use.waiver().until().toString(),
                use.daysLeft(),
                escape.apply(use.waiver().owner()),
                escape.apply(use.waiver().reason()));
    }

    /** How far the service is from the goal. */
    public String goal(Goal goal) {
        String base =
                texts.get("goal", goal.met(), goal.endpoints(), goal.remaining(), goal.undecided(), goal.waived());
        double share = goal.shareOfFirst(FIRST);
        return share == 0
                ? base
                : texts.get(
                        "goal.share",
                        base,
                        Math.min(FIRST, goal.missed()),
                        formats.percent(Math.round(share * 100) / 100.0));
    }

    /** What the build does and why. */
    public String verdict(GateDecision gate) {
        String why = reason(gate.reasons().get(0));
        if (!gate.passed()) {
            return texts.get("verdict.fails", gate.enforcement().name(), why);
        }
        return gate.wouldPassEnforced()
                ? texts.get("verdict.passes", gate.enforcement().name(), why)
                : texts.get("verdict.passes.not-enforced", gate.enforcement().name(), why);
    }

    /** One reason of the gate. */
    public String reason(GateReason reason) {
        Object[] arguments = reason.arguments().stream().map(this::argument).toArray();
        return texts.get("gate." + reason.kind().id(), arguments);
    }

    private Object argument(Object argument) {
        if (argument instanceof Instant instant) {
            return formats.instant(instant);
        }
        if (argument instanceof Double share) {
            return formats.percent(share);
        }
        return argument instanceof String text ? escape.apply(text) : argument;
    }

    private String more(String line, int size) {
        return size <= NAMED ? line : texts.get("list.more", line, size - NAMED);
    }
}
