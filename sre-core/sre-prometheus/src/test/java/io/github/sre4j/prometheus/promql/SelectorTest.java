package io.github.sre4j.prometheus.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {

    @Test
    void parses_matchers_with_and_without_braces() {
        assertThat(Selector.parse("{job=\"app\", pod=~'orders-.*',env!=\"\"}").braces())
                .isEqualTo("{job=\"app\",pod=~\"orders-.*\",env!=\"\"}");
        assertThat(Selector.parse("application=\"a\\\"b\\\\c\"").braces()).isEqualTo("{application=\"a\\\"b\\\\c\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "",
                "{}",
                "job=app",
                "job=\"app\"} or up{a=\"b\"",
                "__name__=\"up\"",
                "job=\"a\" pod=\"b\""
            })
    void rejects_what_are_no_matchers(String text) {
        assertThatThrownBy(() -> Selector.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void escapes_values_in_regular_expressions() {
        assertThat(new Selector(List.of(LabelMatcher.oneOf("le", List.of("", "1.0")))).braces())
                .isEqualTo("{le=~\"|1\\\\.0\"}");
    }
}
