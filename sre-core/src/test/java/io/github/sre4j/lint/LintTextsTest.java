package io.github.sre4j.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LintTextsTest {

    /** Their sentences come from whoever found the file invalid. */
    private static final Set<LintRule> QUOTING = Set.of(LintRule.CONFIG_INVALID, LintRule.BASELINE_INVALID);

    @Test
    void both_languages_have_the_same_keys_with_the_same_arguments() throws IOException {
        Properties english = bundle("messages.properties");
        Properties japanese = bundle("messages_ja.properties");
        assertThat(japanese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(japanese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
            assertThat(new MessageFormat(japanese.getProperty(key))).isNotNull();
        }
    }

    @Test
    void every_rule_has_its_words_and_every_text_its_use() throws IOException {
        Set<String> keys = bundle("messages.properties").stringPropertyNames();
        Set<String> ofRules = Arrays.stream(LintRule.values())
                .flatMap(rule -> Stream.of(rule.id(), rule.id() + ".about", rule.id() + ".help")
                        .filter(key -> !(QUOTING.contains(rule) && key.equals(rule.id()))))
                .collect(Collectors.toSet());
        assertThat(keys).containsAll(ofRules);
        String code = sources();
        assertThat(keys.stream().filter(key -> !ofRules.contains(key) && !code.contains('"' + key + '"')))
                .as("texts nobody uses")
                .isEmpty();
        assertThat(Pattern.compile("(?:words\\.get|found\\.text)\\(\\s*\"([a-z.-]+)\"")
                        .matcher(code)
                        .results()
                        .map(match -> match.group(1))
                        .filter(key -> !keys.contains(key)))
                .as("uses without a text")
                .isEmpty();
    }

    @Test
    void every_rule_is_found_somewhere_and_documented() throws IOException {
        String code = sources();
        String page = Files.readString(Path.of("../site/src/site/markdown/lint.md"));
        assertThat(LintRule.values()).allSatisfy(rule -> {
            assertThat(code).contains("LintRule." + rule.name());
            assertThat(page).contains("### " + rule.id() + "\n");
        });
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (var in = new InputStreamReader(Lint.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/github/sre4j/lint"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
