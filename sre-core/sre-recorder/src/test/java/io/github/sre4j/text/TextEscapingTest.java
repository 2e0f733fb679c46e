package io.github.sre4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextEscapingTest {

    @Test
    void what_colours_moves_or_hides_text_becomes_visible() {
        assertThat(TextEscaping.forTerminal("\u001B[31mred\r\n\u202Etfel\u2028\u0000\uD800\u009B"))
                .isEqualTo("\uFFFD[31mred\uFFFD\uFFFD\uFFFDtfel\uFFFD\uFFFD\uFFFD\uFFFD");
    }

    @Test
    void other_scripts_and_signs_stay() {
        String text = "GET /注文/{id}/é/e\u0301/🚀";
        assertThat(TextEscaping.forTerminal(text)).isEqualTo(text);
    }

    @Test
    void long_text_keeps_both_ends() {
        String cut = TextEscaping.forTerminal("begin" + "x".repeat(4_000) + "end");
        assertThat(cut).hasSize(200).startsWith("begin").endsWith("end").contains("…");
        assertThat(TextEscaping.forTerminal("y".repeat(200))).isEqualTo("y".repeat(200));
    }

    @Test
    void marks_do_not_pile_up() {
        assertThat(TextEscaping.forTerminal("z" + "\u0300".repeat(9)).chars().filter(c -> c == 0x300))
                .hasSize(3);
    }
}
