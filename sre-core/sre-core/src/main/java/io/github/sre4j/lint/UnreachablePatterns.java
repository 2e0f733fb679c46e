package io.github.sre4j.lint;

import static io.github.sre4j.lint.Findings.quoted;

import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.standard.ClassOverride;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What can never decide anything, because the first that matches wins and something earlier always does. */
final class UnreachablePatterns {

    private UnreachablePatterns() {}

    static void ofStandard(Standard standard, Places places, Findings found) {
        List<EndpointPattern> earlier = new ArrayList<>();
        for (int i = 0; i < standard.classes().size(); i++) {
            EndpointClass each = standard.classes().get(i);
            List<EndpointPattern> before = List.copyOf(earlier);
            if (each.match().stream().allMatch(pattern -> Coverage.covered(pattern, before))) {
                found.say(
                        places.isOwn(i) ? LintRule.CLASS_SHADOWED : LintRule.INHERITED_CLASS_SHADOWED,
                        places.inStandard("classes[" + i + "].match"),
                        quoted(each.name()),
                        by(each.match(), before));
                earlier.addAll(each.match());
            } else {
                patterns(i, each, earlier, places, found);
            }
        }
    }

    private static void patterns(
            int index, EndpointClass each, List<EndpointPattern> earlier, Places places, Findings found) {
        for (int j = 0; j < each.match().size(); j++) {
            EndpointPattern pattern = each.match().get(j);
            if (places.isOwn(index) && Coverage.covered(pattern, earlier)) {
                found.say(
                        LintRule.PATTERN_SHADOWED,
                        places.pattern(index, j),
                        quoted(pattern),
                        quoted(each.name()),
                        by(List.of(pattern), earlier));
            }
            earlier.add(pattern);
        }
    }

    static void ofMoves(Product product, Places places, Findings found) {
        List<EndpointPattern> earlier = new ArrayList<>();
        for (int i = 0; i < product.moves().size(); i++) {
            ClassOverride move = product.moves().get(i);
            if (Coverage.covered(move.endpoint(), earlier)) {
                found.say(
                        LintRule.MOVE_SHADOWED,
                        places.inProduct("moves[" + i + "].endpoint"),
                        quoted(move.endpoint()),
                        by(List.of(move.endpoint()), earlier));
            }
            earlier.add(move.endpoint());
        }
    }

    /** The fewest earlier patterns that do it: one for each where one is enough, else those that do it together. */
    private static String by(List<EndpointPattern> covered, List<EndpointPattern> earlier) {
        return covered.stream()
                .flatMap(pattern -> needed(pattern, earlier).stream())
                .distinct()
                .map(pattern -> "'" + quoted(pattern) + "'")
                .collect(Collectors.joining(", "));
    }

    private static List<EndpointPattern> needed(EndpointPattern pattern, List<EndpointPattern> earlier) {
        List<EndpointPattern> needed = new ArrayList<>(earlier);
        for (int i = needed.size() - 1; i >= 0; i--) {
            EndpointPattern left = needed.remove(i);
            if (!Coverage.covered(pattern, needed)) {
                needed.add(i, left);
            }
        }
        return needed;
    }
}
