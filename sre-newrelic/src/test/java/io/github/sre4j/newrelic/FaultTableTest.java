package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of faults in the documentation, row by row: what the stand-in does, what becomes of the build, what a person reads. */
class FaultTableTest {

    private static final Path PAGE = Path.of("../site/src/site/markdown/newrelic.md");
    private static final Path EVENTS = Path.of("../sre-examples/petclinic-check/src/events");
    private static final Window WINDOW =
            new Window(Instant.parse("2026-11-22T08:16:30Z"), Instant.parse("2026-11-22T08:26:30Z"));

    private static NerdGraphEmulator standin;

    private record Row(int number, String what, String mode, String build, String sentence) {}

    @BeforeAll
    static void start() throws Exception {
        standin = NerdGraphEmulator.start(
                StandinOptions.DEFAULT.withEvents(EVENTS).withNowAtEndOfEvents().withLimits(Limits.NONE));
    }

    @AfterAll
    static void stop() {
        standin.close();
    }

    @Test
    void has_at_least_25_faults_and_all_that_the_stand_in_can_do() throws Exception {
        List<Row> rows = rows();
        assertThat(rows).hasSizeGreaterThan(60);
        assertThat(rows)
                .extracting(Row::number)
                .containsExactlyElementsOf(
                        Stream.iterate(1, i -> i + 1).limit(rows.size()).toList());
        assertThat(rows.stream().map(Row::mode).filter(mode -> !mode.isEmpty()))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(40);
        assertThat(rows.stream()
                        .map(row -> row.mode().split("[:,]")[0])
                        .filter(mode -> !mode.isEmpty())
                        .collect(Collectors.toSet()))
                .as("async is what slow-query does with Data Plus")
                .hasSize(io.github.sre4j.examples.standin.misbehave.FaultType.values().length - 1);
    }

    @TestFactory
    Stream<DynamicTest> each_row_holds() throws Exception {
        return rows().stream()
                .filter(row -> !row.mode().isEmpty())
                .map(row -> DynamicTest.dynamicTest(row.number() + " " + row.mode(), () -> check(row)));
    }

    private static void check(Row row) throws Exception {
        standin.behave();
        standin.misbehave(row.mode());
        if (row.build().equals("by its verdict")) {
            assertThat(measure().requests()).isEqualTo(9505);
            return;
        }
        Throwable e = catchThrowable(FaultTableTest::measure);
        assertThat(e)
                .isInstanceOfSatisfying(
                        TelemetryException.class,
                        failure -> assertThat(failure.kind())
                                .isEqualTo(row.build().equals("fails") ? Kind.MISCONFIGURED : Kind.UNREACHABLE));
        assertThat(e.getMessage()).matches(pattern(row.sentence())).doesNotContain("Exception", "\n");
        StringWriter everything = new StringWriter();
        e.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).doesNotContain(standin.apiKey());
    }

    /** Three dots stand for what differs from case to case, but for those of a key. */
    private static Pattern pattern(String sentence) {
        return Pattern.compile(
                Stream.of(sentence.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".+")));
    }

    private static Measurements measure() throws TelemetryException {
        return Standins.telemetry(standin, "petclinic-before")
                .measure(DefaultStandard.get().plan(WINDOW), ProgressListener.NONE);
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> line.split(" ?\\| ?", -1))
                .map(cells -> new Row(
                        Integer.parseInt(cells[1].strip()),
                        cells[2],
                        cells[3].replace("`", "").strip(),
                        cells[4],
                        cells[5]))
                .toList();
    }
}
