package io.github.sre4j.report.html;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.sre4j.assess.Verdict;
import io.github.sre4j.gate.CheckOutcome;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.text.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoomTextsTest {

    @Test
    void every_verdict_outcome_and_kind_of_sli_has_a_name() {
        Texts words = Texts.in(Locale.ENGLISH).of(HtmlReport.class);
        Stream.of(
                        Arrays.stream(Verdict.values()).map(verdict -> "verdict." + PageText.id(verdict)),
                        Arrays.stream(CheckOutcome.values()).map(outcome -> "outcome." + outcome.id()),
                        Arrays.stream(SliKind.values()).map(kind -> "sli." + kind.id()),
                        Arrays.stream(SliKind.values()).map(kind -> "evidence.strip." + kind.id()))
                .flatMap(keys -> keys)
                .forEach(key -> assertThatCode(() -> words.get(key, 1, 1, 1, 1)).doesNotThrowAnyException());
    }
}
