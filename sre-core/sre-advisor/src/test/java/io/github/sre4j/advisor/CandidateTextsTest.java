package io.github.sre4j.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.advisor.cause.Basis;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.remedy.RemedyKind;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateTextsTest {

    /** What code puts together from ids. */
    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        Stream.of(CauseKind.values()).forEach(kind -> {
            keys.add("cause." + kind.id());
            keys.add("rule." + kind.id());
        });
        Stream.of(RemedyKind.values())
                .forEach(kind -> Stream.of("title", "what", "risk", "verify")
                        .forEach(part -> keys.add("remedy." + kind.id() + "." + part)));
        Stream.of(Basis.values()).forEach(basis -> keys.add("basis." + basis.name()));
        Stream.of(Fixability.Place.values()).forEach(place -> keys.add("place." + place.name()));
        Stream.of(Caveat.values()).forEach(caveat -> keys.add("but." + caveat.id()));
        Stream.of(EndpointWithoutCandidate.Why.values()).forEach(why -> keys.add("unexplained." + why.id()));
        Stream.of(CodeHint.Kind.values())
                .forEach(kind -> keys.add(
                        "fact.hint-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return keys;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void every_id_has_its_words(String language) {
        Texts texts = Texts.of(language).of(Candidate.class);
        Object[] arguments = new Object[12];
        java.util.Arrays.fill(arguments, "x");
        assertThat(keys())
                .allSatisfy(key -> assertThat(texts.get(key, arguments)).isNotBlank());
    }

    @Test
    void both_languages_say_the_same_things() {
        assertThat(bundle(Locale.JAPANESE).keySet())
                .isEqualTo(bundle(Locale.ENGLISH).keySet());
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "io.github.sre4j.advisor.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
