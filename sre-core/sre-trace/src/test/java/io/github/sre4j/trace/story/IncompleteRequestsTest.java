package io.github.sre4j.trace.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Severity;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceFormat;
import io.github.sre4j.trace.render.TerminalStory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IncompleteRequestsTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final long START = 1_763_800_000_000_000_000L;

    @Test
    void log_lines_alone_do_not_tell_how_a_request_ended() {
        LogLine line = new LogLine(
                "",
                START,
                "shop",
                Severity.ERROR,
                ID,
                null,
                null,
                null,
                "java.lang.IllegalStateException: no stock",
                null,
                null,
                null);
        String story = story(
                new TraceData(ID, TraceFormat.NEW_RELIC, List.of(), List.of(line), List.of(), List.of(), List.of()));

        assertThat(story)
                .contains("java.lang.IllegalStateException. Effect on the request unknown")
                .contains("ERROR of shop after 0")
                .doesNotContain("did not fail");
    }

    @Test
    void a_request_without_its_first_span_is_not_given_a_name_that_it_never_had() {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            spans.add(Span.builder("a" + i, "shop", "work")
                    .parent("gone")
                    .at(START + i * 20_000_000L, 10_000_000)
                    .build());
        }
        String story = story(TraceData.ofSpans(ID, TraceFormat.OTLP, spans));

        assertThat(story)
                .contains("The root span is missing. The recorded spans start in shop, take 90 ms")
                .contains("no span recorded 40 ms")
                .doesNotContain("code of ?");
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void a_sender_that_gives_all_spans_one_id_does_not_cost_time_by_the_square() {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            spans.add(Span.builder("a", "shop-" + i / 2, "work")
                    .parent("a")
                    .kind(SpanKind.SERVER)
                    .at(START + i, 1_000 + i)
                    .build());
        }

        assertThat(Trace.of(TraceData.ofSpans(ID, TraceFormat.OTLP, spans)).size())
                .isEqualTo(25_000);
    }

    private static String story(TraceData data) {
        return TerminalStory.of(TraceAnalyzer.DEFAULT.read(data), Texts.of("en"), 4_000, false);
    }
}
