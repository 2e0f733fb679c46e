package io.github.sre4j.sli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointPatternTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "WebTransaction/**, WebTransaction/SpringController/owners (GET), true",
        "WebTransaction/*, WebTransaction/SpringController/owners (GET), false",
        "WebTransaction/SpringController/owners/* (GET), WebTransaction/SpringController/owners/{ownerId} (GET), true",
        "WebTransaction/SpringController/owners/* (GET), WebTransaction/SpringController/owners/{ownerId}/edit (GET), false",
        "**/{ownerId} (GET), WebTransaction/SpringController/owners/{ownerId} (GET), true",
        "**, anything at all, true",
        "a\\*b, a*b, true",
        "a\\*b, axb, false",
        "webtransaction/**, WebTransaction/x, false",
    })
    void matches_as_a_glob_of_path_segments(String pattern, String name, boolean matches) {
        assertThat(new EndpointPattern(pattern).matches(new EndpointName(name))).isEqualTo(matches);
    }

    @Test
    void agrees_with_a_regular_expression_of_the_same_meaning() {
        Random random = new Random(3);
        String alphabet = "ab/*{}\\.(+";
        int matched = 0;
        for (int i = 0; i < 20_000; i++) {
            boolean narrow = i % 2 == 0;
            String text = random(random, narrow ? "a/**" : alphabet, 8);
            String name = random(random, narrow ? "aa/" : alphabet, 8);
            if (text.isBlank()
                    || name.isBlank()
                    || text.contains("***")
                    || !regex(text).isPresent()) {
                continue;
            }
            boolean expected = Pattern.compile(regex(text).orElseThrow(), Pattern.DOTALL)
                    .matcher(name)
                    .matches();
            matched += expected ? 1 : 0;
            assertThat(new EndpointPattern(text).matches(new EndpointName(name)))
                    .as("'%s' on '%s'", text, name)
                    .isEqualTo(expected);
        }
        assertThat(matched)
                .as("cases that match, so that the test can fail either way")
                .isGreaterThan(200);
    }

    @Test
    void exact_pattern_matches_its_name_and_nothing_else() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            String name = "x" + random(random, "ab*\\/", 6);
            String other = "x" + random(random, "ab*\\/", 6);
            EndpointPattern pattern = EndpointPattern.exactly(new EndpointName(name));
            assertThat(pattern.matches(new EndpointName(name))).isTrue();
            assertThat(pattern.matches(new EndpointName(other))).isEqualTo(name.equals(other));
        }
    }

    @Test
    void hostile_pattern_takes_no_time() {
        String pattern = "**a".repeat(200) + "b";
        assertThat(new EndpointPattern(pattern).matches(new EndpointName("a".repeat(4_000))))
                .isFalse();
    }

    @Test
    void refuses_what_has_no_meaning() {
        assertThatThrownBy(() -> new EndpointPattern("a***b"))
                .hasMessage(
                        "the pattern 'a***b' has three stars in a row; * matches within a path segment, ** across segments");
        assertThatThrownBy(() -> new EndpointPattern("a\\"))
                .hasMessage("the pattern 'a\\' ends in a lone backslash; write \\\\ for a backslash");
        assertThatThrownBy(() -> new EndpointPattern(" "))
                .hasMessage("a pattern must not be empty; ** matches every endpoint");
    }

    private static java.util.Optional<String> regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                if (++i == pattern.length()) {
                    return java.util.Optional.empty();
                }
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
            } else if (c == '*' && pattern.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return java.util.Optional.of(regex.toString());
    }

    private static String random(Random random, String alphabet, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
