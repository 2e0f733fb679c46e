package io.github.sre4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void a_name_is_a_code_span_whose_fence_it_cannot_close() {
        assertThat(Markdown.code("GET /owners/{id}")).isEqualTo("`GET /owners/{id}`");
        assertThat(Markdown.code("a `b` c")).isEqualTo("``a `b` c``");
        assertThat(Markdown.code("`")).isEqualTo("`` ` ``");
        assertThat(Markdown.code("``x")).isEqualTo("``` ``x ```");
    }

    @Test
    void a_pipe_does_not_end_a_cell_whatever_stands_before_it() {
        assertThat(Markdown.codeInTable("a|b")).isEqualTo("`a\\|b`");
        assertThat(Markdown.codeInTable("a\\|b")).isEqualTo("`a\\ \\|b`");
        assertThat(Markdown.code("a|b")).isEqualTo("`a|b`");
    }

    @Test
    void nobody_is_mentioned_in_either_form() {
        assertThat(Markdown.code("@team")).isEqualTo("`@\u200Bteam`");
        assertThat(Markdown.prose("ask @acme/team, see #12")).isEqualTo("ask @\u200Bacme/team, see #\u200B12");
    }

    @Test
    void a_sentence_keeps_its_words_and_loses_its_markup() {
        assertThat(Markdown.prose("<b>*x* [a](http://b) www.c.example `d`|e"))
                .isEqualTo("&lt;b&gt;\\*x\\* \\[a\\](http:\u200B//b) www\u200B.c.example \\`d\\`\\|e");
    }
}
