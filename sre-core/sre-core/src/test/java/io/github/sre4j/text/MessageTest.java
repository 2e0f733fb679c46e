package io.github.sre4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.telemetry.SourceReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessageTest {

    private final Texts english = Texts.in(Locale.ENGLISH);
    private final Texts japanese = Texts.in(Locale.JAPANESE);

    @Test
    void one_message_is_said_in_every_language() {
        Message message = Message.of(SourceReport.class, "events.other-apps", 12_345L);
        assertThat(english.say(message)).isEqualTo("12,345 rows belong to other applications");
        assertThat(japanese.say(message)).isEqualTo("12,345 行はほかのアプリケーションのものです");
        assertThat(message)
                .hasToString(english.say(message))
                .isEqualTo(Message.of(SourceReport.class, message.key(), 12_345L));
    }

    @Test
    void messages_within_a_message_are_said_in_its_language_and_joined_as_it_joins() {
        Message rows = Message.of(
                SourceReport.class,
                "events.also-read",
                List.of(
                        Message.of(SourceReport.class, "events.rows-of", 1, "Log"),
                        Message.of(SourceReport.class, "events.rows-of", 1_200, "Span")));
        assertThat(english.say(rows)).isEqualTo("also read as evidence: 1 Log row, 1,200 Span rows");
        assertThat(japanese.say(rows)).isEqualTo("手がかりとして読んだもの: Log 1 行、Span 1,200 行");
    }

    @Test
    void what_somebody_else_wrote_is_the_same_in_every_language_whatever_it_holds() {
        Message plain = Message.plain("{0} isn't {1}");
        assertThat(japanese.say(plain)).isEqualTo("{0} isn't {1}");
        Message quoted = Message.of(SourceReport.class, "file.unreadable", Path.of("a'{0}"), plain);
        assertThat(english.say(quoted)).isEqualTo("'a'{0}' cannot be read: {0} isn't {1}");
    }

    @Test
    void an_exception_keeps_its_message_for_whoever_can_say_it() {
        assertThatThrownBy(() -> Texts.of("de"))
                .hasMessage("unknown language 'de'; allowed: en, ja")
                .satisfies(failure ->
                        assertThat(japanese.say(Message.of(failure))).isEqualTo("言語 'de' は使えません。指定できるもの: en、ja"));
        assertThat(japanese.say(Message.of(new IllegalStateException("as it is"))))
                .isEqualTo("as it is");
    }
}
