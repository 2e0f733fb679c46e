package io.github.sre4j.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.gate.GateReason;
import io.github.sre4j.text.Texts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixTextsTest {

    @Test
    void every_reason_of_this_room_has_its_words() {
        Texts words = Texts.of("en").of(FixReviewer.class);
        Arrays.stream(GateReason.Kind.values())
                .filter(kind -> kind.room().isPresent())
                .forEach(kind -> assertThat(words.get("gate." + kind.id(), 1, 1, 1, 1, 1, 1, 1))
                        .isNotBlank());
    }

    @Test
    void a_label_with_braces_is_inserted_as_it_is() {
        for (String language : List.of("en", "ja")) {
            Texts words = Texts.of(language).of(FixReviewer.class);
            assertThat(words.get("gate.fix-covers", 1, "GET /owners/{ownerId}")).contains("GET /owners/{ownerId}");
            assertThat(words.get("gate.fix-covers", 2, "GET /owners/{ownerId}")).contains("GET /owners/{ownerId}");
            assertThat(words.get("gate.fix-placeless", 1, "GET /{a}")).contains("GET /{a}");
        }
    }
}
