package io.github.sre4j.report;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.assess.VerdictReason;
import io.github.sre4j.assess.course.BadPeriod;
import io.github.sre4j.assess.course.TimeCourse;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.ShiftSli;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is said of one SLI of one endpoint, in one language. Immutable and thread-safe. */
public final class SliSentences {

    private final Texts texts;
    private final Formats formats;

    /** The sentences in that language. */
    public SliSentences(Texts texts) {
        this.texts = texts;
        this.formats = texts.formats();
    }

    /** Observed against allowed, in parts, the most important first; what was not measured is not there. */
    public List<String> observed(EndpointResult endpoint, SliResult result) {
        List<String> parts = new ArrayList<>();
        if (result.tally().total() == 0) {
            parts.add(texts.get("sli.none"));
            return parts;
        }
        BigDecimal allowedBad = BigDecimal.ONE.subtract(result.sli().objective().ratio());
        String bad = formats.percentBeside(result.tally().badRatio(), allowedBad);
        String allowed = formats.exactPercent(allowedBad);
        String counts = texts.get(
                "sli.counts",
                formats.count(result.tally().bad()),
                formats.count(result.tally().total()));
        if (result.sli() instanceof ShiftSli shift) {
            parts.add(texts.get("sli.shift", bad, shift.limit().toPlainString(), allowed));
            parts.add(counts);
            return parts;
        }
        if (!(result.sli() instanceof LatencySli latency)) {
            parts.add(texts.get("sli.errors", bad, allowed));
            parts.add(counts);
            return parts;
        }
        parts.add(texts.get("sli.latency", bad, formats.exactDuration(latency.threshold()), allowed));
        endpoint.measurement()
                .latencySummary()
                .ifPresent(summary -> parts.add(texts.get("sli.p95", formats.duration(summary.p95()))));
        parts.add(counts);
        if (!endpoint.measurement().excess().isZero()) {
            parts.add(texts.get(
                    "sli.waiting", formats.duration(endpoint.measurement().excess())));
        }
        return parts;
    }

    /** Observed against allowed. */
    public String observedLine(EndpointResult endpoint, SliResult result) {
        return String.join(texts.get("list.separator"), observed(endpoint, result));
    }

    /** Returns since when the SLI is violated, in a few words; empty if that is not known. */
    public Optional<String> since(SliResult result) {
        return result.reason() == VerdictReason.REGRESSION
                ? period(result)
                        .map(period -> texts.get(
                                "sli.since",
                                formats.instant(period.from()),
                                share(period.inside()),
                                share(period.before())))
                : Optional.empty();
    }

    /** Returns since when the SLI is violated, without numbers; empty if that is not known. */
    public Optional<String> sinceWhen(SliResult result) {
        return result.reason() == VerdictReason.REGRESSION
                ? period(result).map(period -> texts.get("sli.since-when", formats.instant(period.from())))
                : Optional.empty();
    }

    /** Why the SLI has its verdict. */
    public String why(SliResult result) {
        return switch (result.reason()) {
            case WITHIN -> texts.get("reason.within");
            case CHRONIC -> texts.get("reason.chronic");
            case REGRESSION -> regression(result, "reason.regression");
            case RECOVERED -> recovered(result);
            case INCIDENT -> incident(result);
            case ABOVE_LIMIT -> aboveLimit(result);
            case TOO_LITTLE_TRAFFIC ->
                result.furtherGood().isEmpty()
                        ? texts.get("reason.never")
                        : texts.get(
                                "reason.too-little-traffic",
                                formats.count(result.furtherGood().getAsLong()));
            case NO_EVENTS -> texts.get("reason.no-events");
            case WAIVED -> texts.get("reason.waived");
        };
    }

    /** Returns the number of further good requests that an inconclusive endpoint needs, the largest of its SLIs, or the words for above the limit. */
    public String needed(EndpointResult endpoint) {
        if (endpoint.slis(Verdict.UNDECIDED).stream().anyMatch(sli -> sli.reason() == VerdictReason.ABOVE_LIMIT)) {
            return texts.get("needed.above-limit");
        }
        List<OptionalLong> needed = endpoint.slis(Verdict.UNDECIDED).stream()
                .map(SliResult::furtherGood)
                .toList();
        return needed.stream().anyMatch(OptionalLong::isEmpty)
                ? texts.get("needed.never")
                : formats.count(
                        needed.stream().mapToLong(OptionalLong::getAsLong).max().orElse(0));
    }

    private String regression(SliResult result, String key) {
        BadPeriod period = period(result).orElseThrow();
        String sentence = texts.get(
                key,
                formats.instant(period.from()),
                share(period.inside()),
                formats.count(period.inside().bad()),
                formats.count(period.inside().total()),
                share(period.before()));
        return result.timeCourse()
                .flatMap(TimeCourse::deploymentAtStart)
                .map(deployment -> texts.get(
                        deployment.label().isPresent() ? "reason.deployed" : "reason.deployed.unnamed",
                        sentence,
                        formats.instant(deployment.at()),
                        TextEscaping.forTerminal(deployment.label().orElse(""))))
                .orElse(sentence);
    }

    private String recovered(SliResult result) {
        BadPeriod period = period(result).orElseThrow();
        return texts.get(
                "reason.recovered",
                formats.instant(period.from()),
                share(period.inside()),
                formats.count(period.inside().bad()),
                formats.count(period.inside().total()),
                formats.instant(period.to()),
                share(period.after()));
    }

    private String incident(SliResult result) {
        Optional<BadPeriod> period = period(result);
        return period.isEmpty()
                ? texts.get("reason.incident")
                : texts.get(
                        "reason.incident.hours",
                        formats.instant(period.get().from()),
                        formats.count(period.get().inside().bad()),
                        formats.count(result.tally().bad()),
                        period.get().hours());
    }

    private String aboveLimit(SliResult result) {
        Optional<TimeCourse> course = result.timeCourse();
        if (course.isEmpty()) {
            return texts.get("reason.above-limit");
        }
        BadPeriod period = course.get().period();
        return period == null
                ? texts.get(
                        "reason.above-limit.bursts",
                        formats.factor(result.dispersion().factor()))
                : texts.get(
                        "reason.above-limit.since",
                        formats.instant(period.from()),
                        share(period.inside()),
                        share(period.before()));
    }

    private static Optional<BadPeriod> period(SliResult result) {
        return result.timeCourse().flatMap(TimeCourse::badPeriod);
    }

    private String share(Tally tally) {
        return formats.percent(tally.badRatio());
    }
}
