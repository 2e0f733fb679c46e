package io.github.sre4j.advisor.report;

import io.github.sre4j.advisor.AffectedEndpoint;
import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.impact.Impact;
import io.github.sre4j.advisor.remedy.RemedyKind;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a candidate gives back, in words. Immutable. */
final class ImpactSentences {

    private static final int MOST_ENDPOINTS = 5;

    private final Texts words;
    private final CandidateNumbers numbers;
    private final UnaryOperator<String> name;

    ImpactSentences(Texts words, CandidateNumbers numbers, UnaryOperator<String> name) {
        this.words = words;
        this.numbers = numbers;
        this.name = name;
    }

    /** What it gives back, in a few words. */
    String amount(Candidate candidate) {
        return amount(candidate.impact(), candidate.kind());
    }

    /** What it gives back, with its bound. */
    List<String> impact(Candidate candidate, double windowDays) {
        Impact impact = candidate.impact();
        List<String> lines = new ArrayList<>();
        if (candidate.kind() == SliKind.ERRORS) {
            double each = impact.goodPerDay() == 0 ? 0 : impact.rankedSecondsPerDay() / impact.goodPerDay();
            lines.add(words.get(
                    findsOnly(candidate) ? "effect.errors.unknown" : "effect.errors",
                    numbers.count(impact.goodPerDay())));
            if (!findsOnly(candidate) && each > 0 && impact.highSecondsPerDay() > impact.lowSecondsPerDay()) {
                lines.add(words.get(
                        "effect.errors.interval",
                        numbers.count(impact.lowSecondsPerDay() / each),
                        numbers.count(impact.highSecondsPerDay() / each),
                        (long) impact.traces()));
            }
        } else {
            lines.add(waiting(candidate));
            lines.add(
                    switch (impact.traces()) {
                        case 0 ->
                            words.get(
                                    candidate.cause().kind() == CauseKind.COLD_START
                                            ? "effect.starts"
                                            : "effect.no-trace",
                                    numbers.seconds(impact.atMostSecondsPerDay()));
                        case 1 -> words.get("effect.one-trace", numbers.seconds(impact.atMostSecondsPerDay()));
                        default -> interval(impact);
                    });
        }
        lines.addAll(endpoints(candidate));
        lines.addAll(notEnough(candidate));
        if (windowDays < 1) {
            lines.add(words.get("effect.extrapolated"));
        }
        return lines;
    }

    private String interval(Impact impact) {
        String low = numbers.seconds(impact.lowSecondsPerDay());
        String high = numbers.seconds(impact.highSecondsPerDay());
        String most = numbers.seconds(impact.atMostSecondsPerDay());
        return low.equals(high)
                ? words.get("effect.agreed", (long) impact.traces(), most)
                : words.get("effect.interval", low, high, (long) impact.traces(), most);
    }

    /** The three factors of the ranking. */
    String rank(Candidate candidate) {
        Impact impact = candidate.impact();
        boolean errors = candidate.kind() == SliKind.ERRORS;
        double each = impact.goodPerDay() == 0 ? 0 : impact.rankedSecondsPerDay() / impact.goodPerDay();
        return words.get(
                errors ? "rank.errors" : "rank",
                errors ? numbers.count(impact.goodPerDay()) : numbers.seconds(impact.rankedSecondsPerDay()),
                CandidateNumbers.factor(candidate.cause().confidence()),
                CandidateNumbers.factor(candidate.fixability().factor()),
                words.get("place." + candidate.fixability().place().name()),
                numbers.seconds(candidate.score()),
                numbers.seconds(each));
    }

    /** Whether it gives nothing back by itself, but says what would. */
    static boolean findsOnly(Candidate candidate) {
        return candidate.fix().kind() == RemedyKind.FIND_ORIGIN;
    }

    private String waiting(Candidate candidate) {
        Impact impact = candidate.impact();
        String all = numbers.seconds(impact.secondsPerDay());
        String excess = numbers.seconds(candidate.excessPerDay());
        boolean good = impact.goodPerDay() >= 0.5;
        if (candidate.several()) {
            int endpoints = candidate.helped().size();
            return good
                    ? words.get("effect.waiting.several", all, excess, endpoints, numbers.count(impact.goodPerDay()))
                    : words.get("effect.waiting.several.no-good", all, excess, endpoints);
        }
        return good
                ? words.get("effect.waiting", all, excess, numbers.count(impact.goodPerDay()))
                : words.get("effect.waiting.no-good", all, excess);
    }

    /** What it gives back at each of several endpoints. */
    private List<String> endpoints(Candidate candidate) {
        if (!candidate.several()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (AffectedEndpoint each : candidate
                .helped()
                .subList(0, Math.min(MOST_ENDPOINTS, candidate.helped().size()))) {
            lines.add(words.get(
                    "effect.endpoint", name.apply(each.endpoint().label()), amount(each.impact(), candidate.kind())));
        }
        int more = candidate.helped().size() - MOST_ENDPOINTS;
        if (more > 0) {
            lines.add(words.get("effect.endpoints-more", more));
        }
        return lines;
    }

    /** Where more than this change is needed: whoever makes it is not to wonder why the endpoint is still on the list. */
    private List<String> notEnough(Candidate candidate) {
        if (findsOnly(candidate) || candidate.impact().traces() == 0) {
            return List.of();
        }
        return candidate.helped().stream()
                .filter(AffectedEndpoint::stillViolates)
                .limit(MOST_ENDPOINTS)
                .map(each -> {
                    BigDecimal wanted = each.doneWhen().sli().sli().objective().ratio();
                    return words.get(
                            "effect.not-enough",
                            name.apply(each.endpoint().label()),
                            numbers.share(each.expectedGoodRatio(), wanted),
                            numbers.wanted(wanted));
                })
                .toList();
    }

    private String amount(Impact impact, SliKind kind) {
        return kind == SliKind.ERRORS
                ? words.get("amount.failures", numbers.count(impact.goodPerDay()))
                : words.get("amount.waiting", numbers.seconds(impact.secondsPerDay()));
    }
}
