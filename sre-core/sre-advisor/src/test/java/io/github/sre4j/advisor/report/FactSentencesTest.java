package io.github.sre4j.advisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.advisor.cause.Basis;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.text.Texts;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactSentencesTest {

    private static String example(String language, String id) {
        return new CandidateSentences(Texts.of(language), UnaryOperator.identity(), UnaryOperator.identity())
                .statement(Fact.of(Basis.TRACES, "example", id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void offers_command_for_a_plain_id(String language) {
        assertThat(example(language, "4bf92f35_77b-1")).contains("mvn sre:trace -Dsre.traceId=4bf92f35_77b-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1;touch x", "$(id)", "`id`", "a b", "a'b", "a|b", "a\nb", "", "é"})
    void offers_no_command_for_an_id_that_a_shell_could_run(String id) {
        assertThat(example("en", id)).doesNotContain("mvn").doesNotContain("-D");
        assertThat(example("ja", id)).doesNotContain("mvn").doesNotContain("-D");
    }
}
