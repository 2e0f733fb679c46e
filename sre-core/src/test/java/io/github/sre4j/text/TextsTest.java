package io.github.sre4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.assess.Reason;
import io.github.sre4j.gate.GateReason;
import io.github.sre4j.sli.NotARequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @Test
    void both_languages_have_the_same_keys_with_the_same_arguments() throws IOException {
        Properties english = bundle("messages.properties");
        Properties japanese = bundle("messages_ja.properties");
        assertThat(japanese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(japanese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
            assertThat(new MessageFormat(english.getProperty(key))).isNotNull();
            assertThat(new MessageFormat(japanese.getProperty(key))).isNotNull();
        }
    }

    @Test
    void every_key_is_used_and_every_use_has_its_key() throws IOException {
        Set<String> keys = new TreeSet<>(bundle("messages.properties").stringPropertyNames());
        String code = sources();
        Set<String> built = Stream.of(
                        Arrays.stream(GateReason.Kind.values()).map(kind -> "gate." + kind.id()),
                        Arrays.stream(NotARequest.values()).map(reason -> "aside." + reason.id()),
                        Stream.of("aside.no-class"))
                .flatMap(keysOf -> keysOf)
                .collect(Collectors.toSet());
        assertThat(keys).containsAll(built);
        assertThat(keys.stream().filter(key -> !built.contains(key) && !code.contains('"' + key + '"')))
                .as("keys nobody uses")
                .isEmpty();
        Pattern use = Pattern.compile("(?:texts\\.get|sentences\\.text)\\(\\s*\"([a-z0-9.-]*[a-z0-9])\"");
        assertThat(use.matcher(code).results().map(match -> match.group(1)).filter(key -> !keys.contains(key)))
                .as("uses without a text")
                .isEmpty();
        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(keys)
                        .contains("reason."
                                + (reason == Reason.WITHIN
                                        ? "within"
                                        : reason.name()
                                                .toLowerCase(java.util.Locale.ROOT)
                                                .replace('_', '-'))));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.0000123S, 0.0123 ms",
        "PT0.08514S, 85.1 ms",
        "PT0.9996S, 1 s",
        "PT1.2449S, 1.24 s",
        "PT119S, 119 s",
        "PT12M, 12 min",
        "PT3H30M, 3.5 h",
        "PT96H, 4 d"
    })
    void durations_come_in_the_unit_people_use(Duration duration, String text) {
        assertThat(Texts.of("en").formats().duration(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "1, 100 %",
        "0.0912, 9.12 %",
        "0.5, 50 %",
        "0.99971, 99.971 %",
        "0.999, 99.9 %",
        "0.0004, 0.04 %",
        "NaN, –"
    })
    void percentages_never_round_a_miss_away(double ratio, String text) {
        assertThat(Texts.of("en").formats().percent(ratio)).isEqualTo(text);
    }

    @Test
    void columns_count_full_width_characters_twice_and_cut_in_the_middle() {
        assertThat(Columns.width("日本語abc")).isEqualTo(9);
        assertThat(Columns.pad("日本", 6)).isEqualTo("日本  ");
        assertThat(Columns.cut("GET /owners/{ownerId}/pets/{petId}/visits/new", 21))
                .isEqualTo("GET /owner…visits/new")
                .hasSize(21);
        assertThat(Columns.width(Columns.cut("日本語日本語日本語", 9))).isLessThanOrEqualTo(9);
    }

    @Test
    void another_language_is_refused() {
        assertThatThrownBy(() -> Texts.of("fr")).hasMessage("unknown language 'fr'; allowed: en, ja");
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
        properties.load(new InputStreamReader(Texts.class.getResourceAsStream(name), StandardCharsets.UTF_8));
        return properties;
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String root : new String[] {"src/main/java", "../sre-maven-plugin/src/main/java"}) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }
}
