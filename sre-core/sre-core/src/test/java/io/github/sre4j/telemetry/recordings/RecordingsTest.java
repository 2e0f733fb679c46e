package io.github.sre4j.telemetry.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.recorder.SliRecorder;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.testkit.Request;
import io.github.sre4j.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {

    private static final Instant FROM = Instant.parse("2026-11-15T00:00:00Z");
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final MeasurementPlan PLAN = new MeasurementPlan(
            new Window(FROM, FROM.plus(Duration.ofDays(7))),
            List.of(new PlannedClass("all", List.of(new EndpointPattern("**")), LIMIT)));
    private static final Function<EndpointName, Optional<Duration>> SAME = endpoint -> Optional.of(LIMIT);

    @TempDir
    private Path folder;

    @Test
    void counts_against_another_threshold_come_from_histograms_and_a_note_says_so() throws Exception {
        List<Request> requests = requests(400);
        Recorded.write(folder, "orders", "1", endpoint -> Optional.of(Duration.ofSeconds(1)), requests);
        Measurements measured = measure();
        EndpointMeasurement only = measured.endpoints().get(0);
        long surely = requests.stream()
                .filter(r -> r.duration().toNanos() > LIMIT.toNanos() * 1.01)
                .count();
        long maybe = requests.stream()
                .filter(r -> r.duration().toNanos() > LIMIT.toNanos() * 0.99)
                .count();
        assertThat(only.whole().slow()).isBetween(surely, maybe);
        assertThat(only.whole().errors())
                .isEqualTo(requests.stream().filter(Request::error).count());
        assertThat(measured.source().notes())
                .extracting(Message::english)
                .contains(
                        "1 endpoint was recorded with a threshold other than the standard's; slow requests are counted from histograms with buckets up to 1% wide");
    }

    @Test
    void copies_of_a_file_count_once() throws Exception {
        Recorded.write(folder.resolve("a"), "orders", "1", SAME, requests(50));
        try (Stream<Path> files = Files.list(folder.resolve("a"))) {
            Files.copy(files.findFirst().orElseThrow(), folder.resolve("copy.hlog"));
        }
        Measurements measured = measure();
        assertThat(measured.requests()).isEqualTo(50);
        assertThat(measured.source().notes())
                .extracting(Message::english)
                .contains("50 duplicate requests in copied files skipped");
    }

    @Test
    void a_run_that_was_killed_is_read_up_to_there_and_both_is_said() throws Exception {
        Recorded.write(folder, "orders", "1", SAME, requests(50));
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 40));
        Measurements measured = measure();
        assertThat(measured.requests()).isEqualTo(49);
        assertThat(measured.source().rejections().total()).isEqualTo(1);
        assertThat(measured.source().rejections().named().get(0).why().english())
                .startsWith("the file ends within a record");
        assertThat(measured.source().notes())
                .extracting(Message::english)
                .anyMatch(note -> note.startsWith("1 recording is incomplete"));
    }

    @Test
    void recordings_of_several_services_need_a_choice() throws Exception {
        Recorded.write(folder, "orders", "1", SAME, requests(20));
        Recorded.write(folder, "stock", "1", SAME, requests(30));
        assertThatThrownBy(this::measure)
                .isInstanceOf(TelemetryException.class)
                .hasMessage("recordings of 2 services found (orders, stock). Select one with sre.app.");
        assertThat(new Recordings(folder, "f", "stock")
                        .measure(PLAN, ProgressListener.NONE)
                        .requests())
                .isEqualTo(30);
        assertThatThrownBy(() -> new Recordings(folder, "f", "stocks").measure(PLAN, ProgressListener.NONE))
                .hasMessage("no recordings of 'stocks' in '" + folder
                        + "'; services found: orders, stock. Set sre.app to one of them.");
    }

    @Test
    void recordings_and_event_files_in_one_folder_are_refused() throws Exception {
        Recorded.write(folder, "orders", "1", SAME, requests(20));
        Files.writeString(folder.resolve("Transaction.ndjson"), "");
        assertThatThrownBy(this::measure)
                .hasMessage(
                        "'" + folder
                                + "' contains both recordings (.hlog) and event files, possibly of the same requests. Set sre.events to a directory with only one kind");
    }

    @Test
    void what_a_recorder_could_not_keep_apart_is_said() throws Exception {
        List<Request> requests = new ArrayList<>(requests(10));
        requests.add(new Request(SliRecorder.OVERFLOW.value(), FROM, LIMIT, false));
        Recorded.write(folder, "orders", "1", SAME, requests);
        assertThat(measure().source().notes())
                .extracting(Message::english)
                .anyMatch(note -> note.startsWith("a recorder exceeded its number of endpoints"));
    }

    private Measurements measure() throws TelemetryException {
        return new Recordings(folder, "f", null).measure(PLAN, ProgressListener.NONE);
    }

    private static List<Request> requests(int count) {
        Random random = new Random(count);
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(new Request(
                    "WebTransaction/SpringController/owners (GET)",
                    FROM.plusSeconds(i),
                    Duration.ofNanos((long) (Math.exp(random.nextGaussian()) * 3e5) * 1_000),
                    random.nextInt(10) == 0));
        }
        return requests;
    }
}
