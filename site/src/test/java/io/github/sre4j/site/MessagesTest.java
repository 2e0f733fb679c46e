package io.github.sre4j.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void a_pattern_is_read_as_people_see_it() {
        assertThat(Messages.readable("''{0}'' has {1,choice,1#1 row|1<{1} rows} of '{'x: {2}'}'"))
                .isEqualTo("'…' has … rows of {x: …}");
        assertThat(Messages.readable("{0,choice,0#none|1#one} left")).isEqualTo("one left");
    }

    @Test
    void what_goals_parsers_sources_and_the_gate_say_is_on_the_page_in_both_languages() throws IOException {
        String page = Messages.of(ROOT);
        assertThat(page)
                .contains("No service configured. Create …")
                .contains("unknown key; did you mean '…'? allowed here: …")
                .contains("New Relic at … did not respond in time")
                .contains("'…' is missing or not a number")
                .contains("… is not a text")
                .contains("サービスが設定されていません")
                .contains("all … requests are outside the window");
        assertThat(page).doesNotContain("{0", "Language of");
        List<String> rooms =
                Messages.rooms(ROOT).stream().map(Messages.Room::name).toList();
        assertThat(rooms)
                .contains(
                        "baseline.file",
                        "gate",
                        "maven",
                        "newrelic.export",
                        "newrelic.nerdgraph",
                        "report.json",
                        "sli",
                        "standard.yaml",
                        "telemetry",
                        "text");
        assertThat(Messages.rooms(ROOT).stream().flatMap(room -> room.said().stream()))
                .hasSizeGreaterThan(300)
                .allSatisfy(each ->
                        assertThat(Stream.of(each.english(), each.japanese())).noneMatch(String::isBlank));
    }
}
