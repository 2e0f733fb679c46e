package io.github.sre4j.lint;

import static io.github.sre4j.lint.Findings.quoted;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.Assessor;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.WaiverUse;
import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.Ratchet;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.PlannedClass;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What only traffic shows. */
final class TrafficChecks {

    private TrafficChecks() {}

    static void check(
            Standard held,
            Product product,
            LocalDate today,
            @Nullable Baseline baseline,
            Traffic traffic,
            Places places,
            Findings found) {
        Assessment assessment = new Assessor(held, product.waivers(), today)
                .assess(traffic.window(), traffic.measurements().endpoints());
        classes(assessment, product, places, found);
        unmatched(held, assessment, product, today, places, found);
        if (baseline != null) {
            BaselineEntries.stale(
                    held, baseline, Ratchet.compare(assessment, baseline).stale(), places, found);
        }
    }

    private static void classes(Assessment assessment, Product product, Places places, Findings found) {
        List<EndpointClass> classes = assessment.standard().classes();
        // The moves of the product stand before the classes of the standard, one each.
        int moves = product.moves().size();
        Set<String> done = new HashSet<>();
        for (int i = moves; i < classes.size(); i++) {
            EndpointClass each = classes.get(i);
            if (!done.add(each.name())) {
                continue;
            }
            List<EndpointResult> members = assessment.endpoints().stream()
                    .filter(result -> result.endpointClass().name().equals(each.name()))
                    .filter(result -> result.measurement().whole().requests() > 0)
                    .toList();
            if (members.isEmpty()) {
                // The classes that are built in are spelt well: where one is unused, the product has nothing of the
                // kind.
                if (!DefaultStandard.get().classes().contains(each)) {
                    found.say(
                            LintRule.CLASS_UNMATCHED,
                            places.inStandard("classes[" + (i - moves) + "].match"),
                            quoted(each.name()));
                }
                continue;
            }
            for (Sli sli : each.slis()) {
                new TargetVerifiability(each.name(), sli, assessment.window().length(), members)
                        .check(places.objective(each.name(), i - moves, sli), found);
            }
        }
    }

    private static void unmatched(
            Standard held, Assessment assessment, Product product, LocalDate today, Places places, Findings found) {
        for (int i = 0; i < product.waivers().size(); i++) {
            Waiver waiver = product.waivers().get(i);
            WaiverUse use = assessment.waivers().get(i);
            if (waiver.isActiveOn(today) && use.endpoints() == 0) {
                found.say(
                        LintRule.WAIVER_UNMATCHED,
                        places.inProduct("waivers[" + i + "].endpoint"),
                        quoted(waiver.endpoint()),
                        use.nearest().size(),
                        use.nearest().stream().map(name -> quoted(name)).collect(Collectors.joining(", ")));
            }
            if (use.refused()) {
                found.say(
                        LintRule.WAIVER_TOO_BROAD,
                        places.inProduct("waivers[" + i + "].endpoint"),
                        quoted(waiver.endpoint()),
                        found.formats().percent(use.share()),
                        found.formats().percent(held.limits().waived()));
            }
        }
        for (int i = 0; i < product.moves().size(); i++) {
            EndpointPattern moved = product.moves().get(i).endpoint();
            if (matchesNothing(moved, assessment)) {
                found.say(LintRule.MOVE_UNMATCHED, places.inProduct("moves[" + i + "].endpoint"), quoted(moved));
            }
        }
    }

    private static boolean matchesNothing(EndpointPattern pattern, Assessment assessment) {
        return assessment.endpoints().stream()
                .noneMatch(result -> PlannedClass.matchesAny(
                        List.of(pattern), result.endpoint().name()));
    }
}
