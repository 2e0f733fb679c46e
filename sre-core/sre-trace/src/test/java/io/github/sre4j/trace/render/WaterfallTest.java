package io.github.sre4j.trace.render;

import static io.github.sre4j.trace.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.Requests;
import io.github.sre4j.trace.story.TraceAnalyzer;
import io.github.sre4j.trace.story.TraceStory;
import org.junit.jupiter.api.Test;

class WaterfallTest {

    @Test
    void calls_at_once_count_their_time_once() {
        Requests requests = request().span("root", null, 0, 500);
        for (int i = 0; i < 5; i++) {
            requests.query("q" + i, "root", 100 + i, 200, "select * from pets where id = " + i);
        }

        Waterfall waterfall = Waterfall.of(story(requests).analysis(), 10);

        assertThat(waterfall.rows())
                .filteredOn(row -> row.count() == 5)
                .singleElement()
                .satisfies(row -> assertThat(row.nanos()).isEqualTo(204_000_000));
    }

    @Test
    void repeats_are_drawn_where_they_ran() {
        Requests requests = request().span("root", null, 0, 1_000);
        requests.query("q1", "root", 0, 100, "select * from pets where id = 1");
        requests.query("q2", "root", 100.5, 100, "select * from pets where id = 2");
        requests.query("q3", "root", 800, 100, "select * from pets where id = 3");

        assertThat(HtmlStory.of(story(requests), Texts.of("en")))
                .contains("left:0.00%;width:20.05%")
                .contains("left:80.00%;width:10.00%");
    }

    @Test
    void one_service_needs_no_column() {
        Requests requests = request().span("root", null, 0, 1_000);

        assertThat(HtmlStory.of(story(requests), Texts.of("en"))).doesNotContain(">Service</th>");
    }

    private static TraceStory story(Requests requests) {
        return TraceAnalyzer.DEFAULT.read(requests.data());
    }
}
