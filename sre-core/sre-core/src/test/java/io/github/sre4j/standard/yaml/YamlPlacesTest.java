package io.github.sre4j.standard.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlPlacesTest {

    private static final String YAML = """
            name: acme
            classes:
              - name: 買い物
                match: ["*/a", "**"]
                latency:
                  within: 1s
              - {name: 買い物かご, match: b}
            """;

    @ParameterizedTest
    @CsvSource({
        "name, 1, 7",
        "classes[0], 3, 5",
        "classes[0].name, 3, 11",
        "classes[0].match[1], 4, 20",
        "classes[0].latency.within, 6, 15",
        "classes[1].match, 7, 26",
    })
    void values_are_found_by_their_paths_and_columns_count_characters(String key, int line, int column) {
        assertThat(places(YAML).of(key)).contains(new Place("f.yaml", line, column));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nam",
                "classes[2]",
                "classes[0].match[2]",
                "name[0]",
                "name.x",
                "classes.0",
                "classes[0",
                "x y[["
            })
    void what_is_not_there_has_no_place(String key) {
        assertThat(places(YAML).of(key)).isEmpty();
    }

    @Test
    void places_are_those_of_the_problems() {
        String yaml = "version: 1\nname: a\nclasses:\n  - name: x\n    match: \"**\"\n    errors: {below: 200%}\n";
        try {
            StandardYaml.read("f.yaml", yaml.getBytes(StandardCharsets.UTF_8));
            assertThat(yaml).as("a file that is not valid").isNull();
        } catch (InvalidConfigException e) {
            ConfigProblem problem = e.problems().get(0);
            assertThat(places(yaml).of(problem.key()))
                    .contains(new Place(problem.file(), problem.line(), problem.column()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a", "a: [", "a: &a [*a]", "\tx"})
    void a_file_that_is_no_mapping_has_only_a_beginning(String yaml) {
        assertThat(places(yaml).of("a[0][0][0].b")).isEmpty();
        assertThat(places(yaml).beginning()).hasToString("f.yaml:1:1");
    }

    private static YamlPlaces places(String yaml) {
        return YamlPlaces.of("f.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
