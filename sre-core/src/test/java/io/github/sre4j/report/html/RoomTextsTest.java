package io.github.sre4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.Verdict;
import io.github.sre4j.gate.Outcome;
import io.github.sre4j.sli.SliKind;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"html"})
    void both_languages_have_the_same_keys_with_the_same_arguments(String room) throws IOException {
        Properties english = bundle(room, "messages.properties");
        Properties japanese = bundle(room, "messages_ja.properties");
        assertThat(japanese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            if (!key.startsWith("help.")) { // which may place its numbers as the language wants
                assertThat(arguments(japanese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
            }
            assertThat(new MessageFormat(english.getProperty(key))).isNotNull();
            assertThat(new MessageFormat(japanese.getProperty(key))).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"html"})
    void every_key_is_used_and_every_use_has_its_key(String room) throws IOException {
        Set<String> keys = bundle(room, "messages.properties").stringPropertyNames();
        String code = sources(room);
        assertThat(keys.stream()
                        .filter(key -> !built().contains(key))
                        .filter(key -> !code.contains('"' + key + '"'))
                        .filter(key -> !code.contains(
                                '"' + key.replaceAll("^(column|help)\\.([a-z0-9-]+)(\\.term)?$", "$2") + '"')))
                .as("keys nobody uses")
                .isEmpty();
        assertThat(Pattern.compile("own(?:\\.get)?\\(\\s*\"([a-z0-9.-]*[a-z0-9])\"")
                        .matcher(code)
                        .results()
                        .map(match -> match.group(1))
                        .filter(key -> !keys.contains(key)))
                .as("uses without a text")
                .isEmpty();
    }

    @Test
    void every_verdict_outcome_and_kind_of_sli_has_a_name() throws IOException {
        assertThat(bundle("html", "messages.properties").stringPropertyNames()).containsAll(built());
    }

    private static Set<String> built() {
        return Stream.of(
                        Arrays.stream(Verdict.values()).map(verdict -> "verdict." + Words.id(verdict)),
                        Arrays.stream(Outcome.values()).map(outcome -> "outcome." + outcome.id()),
                        Arrays.stream(SliKind.values()).map(kind -> "sli." + kind.id()),
                        Arrays.stream(SliKind.values()).map(kind -> "evidence.strip." + kind.id()))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(String room, String name) throws IOException {
        Properties properties = new Properties();
        try (var in = new InputStreamReader(
                HtmlReport.class.getResourceAsStream("/io/github/sre4j/report/" + room + "/" + name),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    private static String sources(String room) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/github/sre4j/report", room))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
