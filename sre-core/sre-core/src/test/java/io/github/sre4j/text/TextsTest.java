package io.github.sre4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.assess.VerdictReason;
import io.github.sre4j.gate.GateReason;
import io.github.sre4j.sli.ExclusionReason;
import io.github.sre4j.testing.Modules;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
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
    void every_key_is_used() throws IOException {
        Set<String> keys = new TreeSet<>(bundle("messages.properties").stringPropertyNames());
        String code = sources();
        Set<String> built = Stream.of(
                        Arrays.stream(GateReason.Kind.values())
                                .filter(kind -> kind.room().isEmpty())
                                .map(kind -> "gate." + kind.id()),
                        Arrays.stream(ExclusionReason.values()).map(reason -> "aside." + reason.id()),
                        Stream.of("aside.no-class"))
                .flatMap(keysOf -> keysOf)
                .collect(Collectors.toSet());
        assertThat(keys).containsAll(built);
        assertThat(keys.stream().filter(key -> !built.contains(key) && !code.contains('"' + key + '"')))
                .as("keys nobody uses")
                .isEmpty();
        assertThat(VerdictReason.values())
                .allSatisfy(reason -> assertThat(keys)
                        .contains("reason."
                                + (reason == VerdictReason.WITHIN
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
        "PT12M20S, 12 min",
        "PT4M49S, 4.8 min",
        "PT3H30M, 3.5 h",
        "PT96H, 4 d"
    })
    void durations_come_in_the_unit_people_use(Duration duration, String text) {
        assertThat(Texts.of("en").formats().duration(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0%",
        "1, 100%",
        "0.0912, 9.1%",
        "0.5, 50%",
        "0.99971, 99.971%",
        "0.9993, 99.93%",
        "0.4312, 43%",
        "0.9999999, 99.99999%",
        "0.999, 99.9%",
        "0.0004, 0.04%",
        "NaN, –"
    })
    void percentages_never_round_a_miss_away(double ratio, String text) {
        assertThat(Texts.of("en").formats().percent(ratio)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0912, 0.05, 9.1%",
        "0.0504, 0.05, 5.04%",
        "0.05000004, 0.05, 5.000004%",
        "0.05, 0.05, 5%",
        "0.0497, 0.05, 4.97%",
        "0.00051, 0.0005, 0.051%"
    })
    void a_share_beside_its_limit_never_looks_like_the_limit(double share, BigDecimal limit, String text) {
        assertThat(Texts.of("en").formats().percentBeside(share, limit)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.25S, 250 ms",
        "PT2.25S, 2.25 s",
        "PT90S, 90 s",
        "PT125S, 125 s",
        "PT15M, 15 min",
        "PT0.0005S, 0.5 ms"
    })
    void what_somebody_wrote_down_keeps_its_digits(Duration duration, String text) {
        assertThat(Texts.of("en").formats().exactDuration(duration)).isEqualTo(text);
    }

    @Test
    void windows_say_a_year_once_and_the_zone_always() {
        Instant from = Instant.parse("2026-11-15T00:00:00Z");
        Instant to = Instant.parse("2026-11-22T06:30:59Z");
        Instant later = Instant.parse("2027-01-02T00:00:00Z");
        Formats english = Texts.of("en").formats();
        Formats japanese = Texts.of("ja").formats();
        assertThat(english.window(from, to)).isEqualTo("2026-11-15 00:00 – 11-22 06:30 UTC");
        assertThat(english.window(from, later)).isEqualTo("2026-11-15 00:00 – 2027-01-02 00:00 UTC");
        assertThat(english.window(from, Instant.parse("2026-11-15T08:26:00Z")))
                .isEqualTo("2026-11-15 00:00 – 08:26 UTC");
        assertThat(japanese.window(from, to)).isEqualTo("2026年11月15日 00:00～11月22日 06:30 UTC");
        assertThat(japanese.window(from, later)).isEqualTo("2026年11月15日 00:00～2027年1月2日 00:00 UTC");
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
        for (Path module : Modules.published()) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }
}
