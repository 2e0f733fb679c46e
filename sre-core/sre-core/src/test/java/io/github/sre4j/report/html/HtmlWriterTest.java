package io.github.sre4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlWriterTest {

    private final HtmlWriter html = new HtmlWriter();

    @Test
    void texts_and_values_are_escaped() {
        html.leaf("p", "a < b & 'c' > \"d\"", "title", "\"><script>");
        assertThat(html.finish())
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\">a &lt; b &amp; &#39;c&#39; &gt; &quot;d&quot;</p>");
    }

    @Test
    void characters_that_control_hide_or_reorder_text_are_shown_as_unknown() {
        html.text("a\u202Eb\u0000c\u001Bd\uD800e\u2028f\ng\u200Bh\uFFFE");
        assertThat(html.finish()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg\uFFFDh\uFFFD");
    }

    @Test
    void letters_of_all_languages_stay() {
        html.text("日本語 ñ 🚀 שלום e\u0301");
        assertThat(html.finish()).isEqualTo("日本語 ñ 🚀 שלום e\u0301");
    }

    @Test
    void values_of_harmless_characters_need_no_quotes_and_all_others_have_them() {
        html.open("p", "id", "e1", "data-k", "0 1", "hidden").close();
        html.leaf("p", "", "title", "a=b");
        assertThat(html.finish()).isEqualTo("<p id=e1 data-k=\"0 1\" hidden></p><p title=\"a=b\"></p>");
    }

    @Test
    void a_shape_never_swallows_what_follows_as_its_last_value() {
        html.open("svg").shape("path", "d", "M0 0").shape("rect", "width", "4").close();
        assertThat(html.finish()).isEqualTo("<svg><path d=\"M0 0\"/><rect width=4 /></svg>");
    }

    @Test
    void elements_that_end_by_themselves_are_not_ended() {
        html.open("table").open("tr").leaf("td", "1").leaf("td", "2").close().close();
        assertThat(html.finish()).isEqualTo("<table><tr><td>1<td>2</table>");
    }

    @Test
    void what_is_open_must_be_closed_once() {
        html.open("p");
        assertThatThrownBy(html::finish).isInstanceOf(IllegalStateException.class);
        html.close();
        assertThatThrownBy(html::close).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void script_that_would_end_its_element_is_refused() {
        assertThatThrownBy(() -> html.code("script", "'</script>'")).isInstanceOf(IllegalArgumentException.class);
    }
}
