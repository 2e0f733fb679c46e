package io.github.sre4j.newrelic.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.newrelic.Standins;
import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.sli.Window;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.read.NewRelicRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer that is full may hide spans: what it is about is asked again in parts. */
class RowsOfTracesTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T09:00:00Z");
    private static final Window WINDOW = Window.endingAt(UNTIL, Duration.ofDays(1));

    private final List<String> traces = new ArrayList<>();
    private NerdGraphEmulator standin;

    @BeforeEach
    void start() throws Exception {
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT
                .withClock(Clock.fixed(UNTIL, ZoneOffset.UTC))
                .withLimits(Limits.NONE));
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    private void trace(int number, int spans) throws Exception {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < spans; i++) {
            rows.add(Map.of(
                    "trace.id",
                    "t" + number,
                    "id",
                    "s" + number + "-" + i,
                    "timestamp",
                    UNTIL.minusSeconds(600).toEpochMilli(),
                    "duration",
                    0.1,
                    "name",
                    "n",
                    "entity.guid",
                    "G"));
        }
        standin.add("Span", rows);
        traces.add("t" + number);
    }

    private NewRelicRows read(int limit) throws Exception {
        NewRelicRows rows = new NewRelicRows();
        new RowsOfTraces(limit)
                .spans(new Attribute("trace.id"), traces)
                .into(
                        rows,
                        new ServiceQueries(Standins.client(standin, standin.apiKey()), new Entity("G", "x", 1, "EXT")),
                        WINDOW);
        return rows;
    }

    @Test
    void every_span_of_every_trace_is_read_however_many_a_query_gives() throws Exception {
        for (int i = 0; i < 15; i++) {
            trace(i, 6);
        }
        NewRelicRows rows = read(20);
        assertThat(rows.traceIds()).containsExactlyInAnyOrderElementsOf(traces);
        assertThat(rows.traces()).allSatisfy(trace -> {
            assertThat(trace.spans()).hasSize(6);
            assertThat(trace.readNotes()).isEmpty();
        });
    }

    @Test
    void of_a_trace_that_fits_no_answer_it_is_said_that_it_was_cut() throws Exception {
        trace(0, 30);
        assertThat(read(20).traces())
                .singleElement()
                .satisfies(trace -> assertThat(trace.readNotes())
                        .extracting(TraceNote::kind)
                        .containsExactly(TraceNote.Kind.ROWS_CUT));
    }
}
