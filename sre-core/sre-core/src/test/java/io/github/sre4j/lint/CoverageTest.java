package io.github.sre4j.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.EndpointPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {

    @ParameterizedTest
    @CsvSource({
        "a, **, true",
        "**, a, false",
        "*, **, true",
        "**, *, false",
        "WebTransaction/**, WebTransaction/*, false",
        "WebTransaction/*, WebTransaction/**, true",
        "WebTransaction/Action/api/**, WebTransaction/**, true",
        "a*b, a**, true",
        "a*b, a*, true",
        "a**b, a*, false",
        "a**b, *b, false",
        "a**b, a*b b, false",
        "a*, **a **b, false",
        "*a*, **a**, true",
        "**a**, *a*, false",
        "**/**, **, true",
        "a\\*, a*, true",
        "a*, a\\*, false",
        "**, * **/**, true",
        "**, * */**, true",
        "ab*, aba* abb*, false",
        "*x, x *ax, false"
    })
    void one_pattern_is_covered_by_others_together(String pattern, String others, boolean covered) {
        assertThat(Coverage.covered(
                        new EndpointPattern(pattern),
                        Arrays.stream(others.split(" "))
                                .map(EndpointPattern::new)
                                .toList()))
                .isEqualTo(covered);
    }

    @Test
    void nothing_is_covered_by_nothing() {
        assertThat(Coverage.covered(new EndpointPattern("a"), List.of())).isFalse();
    }

    /** The third character is one that no pattern names. Every difference between patterns as short as these shows in names of this length. */
    @Test
    void agrees_with_trying_every_short_name() {
        List<EndpointName> names = names(7);
        Random random = new Random(20261124);
        int covered = 0;
        for (int i = 0; i < 1_000; i++) {
            EndpointPattern one = pattern(random);
            List<EndpointPattern> others = new ArrayList<>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                others.add(pattern(random));
            }
            boolean claimed = Coverage.covered(one, others);
            boolean shown = names.stream()
                    .noneMatch(name -> one.matches(name) && others.stream().noneMatch(other -> other.matches(name)));
            assertThat(claimed).as(one + " in " + others).isEqualTo(shown);
            covered += claimed ? 1 : 0;
        }
        assertThat(covered).isBetween(100, 900);
    }

    @Test
    void long_patterns_are_decided_and_not_guessed() {
        StringBuilder route = new StringBuilder("WebTransaction/SpringController/");
        for (int i = 0; i < 20; i++) {
            route.append("segment").append(i).append("/{id}/*/");
        }
        EndpointPattern one = new EndpointPattern(route + "end");
        assertThat(Coverage.covered(one, List.of(new EndpointPattern("**/segment19/**"))))
                .isTrue();
        assertThat(Coverage.covered(one, List.of(new EndpointPattern("**/segment20/**"))))
                .isFalse();
    }

    private static EndpointPattern pattern(Random random) {
        String[] steps = {"a", "a", "/", "*", "**"};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String step = steps[random.nextInt(steps.length)];
            if (!(step.startsWith("*") && text.length() > 0 && text.charAt(text.length() - 1) == '*')) {
                text.append(step);
            }
        }
        return new EndpointPattern(text.toString());
    }

    private static List<EndpointName> names(int longest) {
        List<String> all = new ArrayList<>(List.of(""));
        for (int from = 0, length = 1; length <= longest; length++) {
            int to = all.size();
            for (; from < to; from++) {
                for (char c : new char[] {'a', '/', 'c'}) {
                    all.add(all.get(from) + c);
                }
            }
        }
        return all.stream().skip(1).map(EndpointName::new).toList();
    }
}
