package io.github.sre4j.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.testing.Modules;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LintTextsTest {

    /** Their sentences come from whoever found the file invalid. */
    private static final Set<LintRule> QUOTING = Set.of(LintRule.CONFIG_INVALID, LintRule.BASELINE_INVALID);

    @Test
    void every_rule_has_its_words() throws IOException {
        assertThat(bundle("messages.properties").stringPropertyNames())
                .containsAll(Arrays.stream(LintRule.values())
                        .flatMap(rule -> Stream.of(rule.id(), rule.id() + ".about", rule.id() + ".help")
                                .filter(key -> !(QUOTING.contains(rule) && key.equals(rule.id()))))
                        .toList());
    }

    @Test
    void every_rule_is_found_somewhere_and_documented() throws IOException {
        String code = sources();
        String page = Files.readString(Modules.repository().resolve("site/src/site/markdown/lint.md"));
        assertThat(LintRule.values()).allSatisfy(rule -> {
            assertThat(code).contains("LintRule." + rule.name());
            assertThat(page).contains("### " + rule.id() + "\n");
        });
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
