package io.github.sre4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.testing.Modules;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every bundle of every module: both languages say the same things, nothing is missing, nothing is left over. */
class BundlesTest {

    /** A text followed by another text: a sentence put together in code, which another language would put together otherwise. */
    private static final Pattern GLUED = Pattern.compile(
            "\\b(?:words|texts|own)(?:\\(\\))?\\.(?:get|own)\\(\\s*\"[^\"]+\"[^;\"]*\\)\\s*\\+\\s*(?:\"[^\"<>]*\"\\s*\\+\\s*)?"
                    + "(?:words|texts|own)(?:\\(\\))?\\.(?:get|own)\\(");

    private static final Pattern MESSAGE = Pattern.compile(
            "Message\\.of\\(\\s*(\\w+)\\.class,\\s*(?:[^\"?;]*\\?\\s*)?\"([a-z0-9.-]+)\"(?:\\s*:\\s*\"([a-z0-9.-]+)\")?");

    private static final Pattern GOAL = Pattern.compile(
            "(?:GoalException\\.of|tell\\(\\)\\s*\\.(?:info|warn)|\\blog\\.(?:info|warn))\\(\\s*(?:[^\"?;]*\\?\\s*)?\"([a-z0-9.-]+)\"(?:\\s*:\\s*\"([a-z0-9.-]+)\")?");

    @TestFactory
    Stream<DynamicTest> japanese_says_what_english_says() throws IOException {
        return bundles()
                .map(english -> DynamicTest.dynamicTest(english.toString(), () -> {
                    Properties words = read(english);
                    Properties japanese = read(english.resolveSibling("messages_ja.properties"));
                    assertThat(japanese.stringPropertyNames()).isEqualTo(words.stringPropertyNames());
                    for (String key : words.stringPropertyNames()) {
                        assertThat(new MessageFormat(words.getProperty(key))).isNotNull();
                        assertThat(new MessageFormat(japanese.getProperty(key))).isNotNull();
                        assertThat(arguments(words.getProperty(key)))
                                .as("what Japanese puts into '" + key + "' must be there")
                                .containsAll(arguments(japanese.getProperty(key)));
                        if (!words.getProperty(key).isBlank()) {
                            assertThat(japanese.getProperty(key)).as(key).isNotBlank();
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_text_is_used() throws IOException {
        String code = code();
        Set<String> beginnings = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*[.-])\"")
                .matcher(code)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        return bundles()
                .map(english -> DynamicTest.dynamicTest(english.toString(), () -> {
                    List<String> left = new ArrayList<>();
                    for (String key : new TreeSet<>(read(english).stringPropertyNames())) {
                        // A bundle may also be keyed by the ids of an enum's constants.
                        String constant =
                                key.split("\\.", -1)[0].replace('-', '_').toUpperCase(Locale.ROOT);
                        boolean used = code.contains("\"" + key + "\"")
                                || beginnings.stream().anyMatch(key::startsWith)
                                || Pattern.compile("(?m)^    " + constant + "[(,;]")
                                        .matcher(code)
                                        .find();
                        if (!used) {
                            left.add(key);
                        }
                    }
                    assertThat(left).as("texts nobody uses").isEmpty();
                }));
    }

    @Test
    void every_use_has_its_text() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path english : bundles().toList()) {
            keys.addAll(read(english).stringPropertyNames());
        }
        assertThat(Pattern.compile(
                                "\\b(?:words|texts|own|sentences)(?:\\(\\))?\\.(?:get|own|text)\\(\\s*\"([a-z0-9.-]*[a-z0-9])\"")
                        .matcher(code())
                        .results()
                        .map(match -> match.group(1))
                        .filter(key -> !keys.contains(key)))
                .isEmpty();
    }

    @Test
    void every_message_has_its_text_in_the_bundle_of_its_room() throws IOException {
        Map<String, Path> rooms = new HashMap<>();
        Map<Path, Set<String>> keys = new HashMap<>();
        for (Path module : Modules.published()) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> rooms.put(
                                file.getFileName().toString().replace(".java", ""),
                                Path.of(file.getParent().toString().replace("src/main/java", "src/main/resources"))));
            }
        }
        for (Path english : bundles().toList()) {
            keys.put(english.getParent(), read(english).stringPropertyNames());
        }
        List<String> missing = new ArrayList<>();
        List<MatchResult> uses = MESSAGE.matcher(code()).results().toList();
        for (MatchResult use : uses) {
            Set<String> known = keys.getOrDefault(rooms.get(use.group(1)), Set.of());
            Stream.of(use.group(2), use.group(3))
                    .filter(key -> key != null && !known.contains(key))
                    .forEach(key -> missing.add(use.group(1) + ": " + key));
        }
        assertThat(uses).hasSizeGreaterThan(40);
        assertThat(missing).isEmpty();
    }

    @Test
    void every_refusal_and_every_line_of_a_goals_log_has_its_text() throws IOException {
        Set<String> known = read(Modules.of("sre-maven-plugin")
                        .resolve("src/main/resources/io/github/sre4j/maven/messages.properties"))
                .stringPropertyNames();
        assertThat(GOAL.matcher(code())
                        .results()
                        .flatMap(use -> Stream.of(use.group(1), use.group(2)))
                        .filter(key -> key != null && !key.startsWith("sre.") && !known.contains(key)))
                .isEmpty();
    }

    @Test
    void no_sentence_is_put_together_in_code() throws IOException {
        assertThat(GLUED.matcher(code()).results().map(match -> match.group())).isEmpty();
    }

    private static Stream<Path> bundles() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path module : Modules.published()) {
            Path resources = module.resolve("src/main/resources");
            if (!Files.isDirectory(resources)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(resources)) {
                files.filter(file -> file.endsWith("messages.properties")).forEach(found::add);
            }
        }
        assertThat(found).hasSizeGreaterThan(5);
        return found.stream();
    }

    private static String code() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path module : Modules.published()) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file)).append('\n');
                }
            }
        }
        return all.toString();
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
