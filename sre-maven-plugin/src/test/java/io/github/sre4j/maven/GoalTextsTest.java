package io.github.sre4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.maven.Setting.Origin;
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

class GoalTextsTest {

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
        Set<String> keys = bundle("messages.properties").stringPropertyNames();
        String code = sources();
        assertThat(keys)
                .containsAll(Arrays.stream(Origin.values())
                        .map(origin -> "origin." + origin.id())
                        .toList());
        assertThat(keys.stream()
                        .filter(key -> !key.startsWith("origin."))
                        .map(key -> key.replaceAll("^status\\.([a-z]+)\\.label$", "$1"))
                        .filter(key -> !code.contains('"' + key + '"')))
                .as("keys nobody uses")
                .isEmpty();
    }

    private static Set<String> arguments(String pattern) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(pattern)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(String name) throws IOException {
        Properties bundle = new Properties();
        try (var in = new InputStreamReader(StatusMojo.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            bundle.load(in);
        }
        return bundle;
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
