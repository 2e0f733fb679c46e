package io.github.sre4j.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.gate.GateReason;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FixTextsTest {

    @Test
    void both_languages_have_the_same_keys_with_the_same_arguments() throws IOException {
        Properties english = bundle("messages.properties");
        Properties japanese = bundle("messages_ja.properties");
        assertThat(japanese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(japanese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @Test
    void every_reason_of_this_room_has_its_words_and_every_text_its_use() throws IOException {
        Set<String> reasons = Arrays.stream(GateReason.Kind.values())
                .filter(kind -> kind.room().isPresent())
                .map(kind -> "gate." + kind.id())
                .collect(Collectors.toCollection(TreeSet::new));
        reasons.add("in-flight");
        assertThat(bundle("messages.properties").stringPropertyNames()).isEqualTo(reasons);
    }

    @Test
    void a_label_with_braces_is_inserted_as_it_is() {
        for (String language : List.of("en", "ja")) {
            Texts words = Texts.of(language).of(FixBook.class);
            assertThat(words.get("gate.fix-covers", 1, "GET /owners/{ownerId}")).contains("GET /owners/{ownerId}");
            assertThat(words.get("gate.fix-covers", 2, "GET /owners/{ownerId}")).contains("GET /owners/{ownerId}");
            assertThat(words.get("gate.fix-placeless", 1, "GET /{a}")).contains("GET /{a}");
        }
    }

    private static Set<String> arguments(String pattern) {
        return Pattern.compile("\\{(\\d)")
                .matcher(pattern)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(String name) throws IOException {
        Properties bundle = new Properties();
        try (var in = new InputStreamReader(FixBook.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            bundle.load(in);
        }
        return bundle;
    }
}
