package io.github.sre4j.lint;

import static io.github.sre4j.lint.Findings.quoted;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.stats.RequiredGoodEvents;
import io.github.sre4j.sli.Objective;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.standard.yaml.Place;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the traffic of a class can show that a target is met. It takes n requests, all of them good, with {@code objective^n ≤ 0.05}: so
 * many that the one-sided 95 % Clopper-Pearson bound that MET asks for lies within what is allowed.
 *
 * @param className the class
 * @param sli the target
 * @param window how long the traffic was measured
 * @param members the endpoints of the class that have traffic, not empty
 */
record TargetVerifiability(String className, Sli sli, Duration window, List<EndpointResult> members) {

    /** As MET asks; a test holds it against the assessment. */
    static final double CONFIDENCE = 0.95;

    /** Targets that people write, least strict first. */
    private static final List<Objective> LADDER = Stream.of(
                    "0.5", "0.75", "0.9", "0.95", "0.99", "0.999", "0.9999", "0.99999", "0.999999")
            .map(Objective::of)
            .toList();

    void check(@Nullable Place place, Findings found) {
        long needed = needed(sli.objective());
        List<EndpointResult> unproven = members.stream()
                .filter(member -> requests(member) < needed)
                .sorted(Comparator.comparingLong(TargetVerifiability::requests)
                        .thenComparing(member -> member.endpoint().name()))
                .toList();
        if (unproven.isEmpty()) {
            return;
        }
        boolean none = unproven.size() == members.size();
        // If none can, even the busiest cannot; if some cannot, the one in their middle stands for them.
        EndpointResult quoted = unproven.get(none ? unproven.size() - 1 : unproven.size() / 2);
        found.say(
                none ? LintRule.TARGET_UNPROVABLE : LintRule.TARGET_UNPROVABLE_FOR_SOME,
                place,
                found.text(sli.kind() == SliKind.LATENCY ? "latency" : "errors"),
                quoted(className),
                unproven.size(),
                members.size(),
                quoted(quoted.endpoint().label()),
                budget(requests(quoted), found),
                possible(requests(quoted), found));
    }

    private String budget(long requests, Findings found) {
        BigDecimal budget = BigDecimal.ONE.subtract(sli.objective().ratio()).multiply(BigDecimal.valueOf(requests));
        // Rounded down, so that less than one never looks like one.
        String shown = budget.round(new MathContext(budget.signum() == 0 ? 1 : 2, RoundingMode.DOWN))
                .stripTrailingZeros()
                .toPlainString();
        return found.text(
                budget.compareTo(BigDecimal.ONE) < 0 ? "budget.under-one" : "budget.small",
                percent(sli.objective(), found),
                found.formats().count(requests),
                found.formats().duration(window),
                shown);
    }

    private String possible(long requests, Findings found) {
        Optional<Objective> strictest =
                LADDER.stream().filter(step -> needed(step) <= requests).reduce((one, next) -> next);
        Optional<Objective> next = LADDER.stream()
                .filter(step -> needed(step) > requests && step.compareTo(sli.objective()) < 0)
                .findFirst();
        String days = days(sli.objective(), requests, found);
        String target = percent(sli.objective(), found);
        if (strictest.isEmpty()) {
            return found.text("possible.nothing", target, days);
        }
        String shown = percent(strictest.get(), found);
        return next.isPresent()
                ? found.text(
                        "possible.next",
                        shown,
                        percent(next.get(), found),
                        days(next.get(), requests, found),
                        target,
                        days)
                : found.text("possible", shown, target, days);
    }

    /** How many requests it takes, all of them good. */
    static long needed(Objective objective) {
        return RequiredGoodEvents.needed(0, 0, objective.allowedBadRatio(), CONFIDENCE)
                .orElse(Long.MAX_VALUE);
    }

    /** The window in which that traffic comes to so many requests, in whole days. */
    private String days(Objective objective, long requests, Findings found) {
        double windows = (double) needed(objective) / requests;
        double days = windows * window.toSeconds() / Duration.ofDays(1).toSeconds();
        return found.text("days", (long) Math.ceil(days));
    }

    private static String percent(Objective objective, Findings found) {
        return found.formats().exactPercent(objective.ratio());
    }

    private static long requests(EndpointResult member) {
        return member.measurement().whole().requests();
    }
}
