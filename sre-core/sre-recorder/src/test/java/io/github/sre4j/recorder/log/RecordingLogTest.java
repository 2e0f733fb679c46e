package io.github.sre4j.recorder.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.recorder.EndpointCounts;
import io.github.sre4j.recorder.RecordedInterval;
import io.github.sre4j.recorder.RequestOutcome;
import io.github.sre4j.recorder.SliRecorder;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogProcessor;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingLogTest {

    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final List<String> NAMES = List.of(
            "WebTransaction/SpringController/owners/{ownerId} (GET)",
            "WebTransaction/x'; DROP--, 100% \"quoted\"",
            "WebTransaction/日本語/{番号} (GET)\r\nTag=evil");

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-25T10:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private final SliRecorder recorder = SliRecorder.builder()
            .threshold(endpoint -> Optional.of(LIMIT))
            .clock(clock)
            .build();

    private RecordingLog.Options options() {
        return RecordingLog.options(folder, "orders").every(Duration.ofSeconds(10));
    }

    @Test
    void what_is_read_back_is_what_was_recorded() throws IOException {
        List<RecordedInterval> recorded = record(options(), 20);
        Reading reading = readAll();
        assertThat(reading.unusable).isEmpty();
        assertThat(reading.abouts).containsExactly(new RecordingReader.About("orders", true));
        assertThat(reading.intervals()).isEqualTo(recorded);
    }

    @Test
    void hdr_histograms_own_reader_reads_the_same_histograms() throws IOException {
        List<RecordedInterval> recorded = record(options(), 5);
        List<Histogram> read = new ArrayList<>();
        try (HistogramLogReader reader = new HistogramLogReader(files().get(0).toFile())) {
            for (Histogram next = (Histogram) reader.nextIntervalHistogram();
                    next != null;
                    next = (Histogram) reader.nextIntervalHistogram()) {
                read.add(next);
            }
            assertThat(reader.getStartTimeSec())
                    .isCloseTo(Instant.parse("2026-11-25T10:00:00Z").getEpochSecond(), within(0.001));
        }
        List<EndpointCounts> expected =
                recorded.stream().flatMap(each -> each.endpoints().stream()).toList();
        assertThat(read).hasSameSizeAs(expected);
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i)).isEqualTo(expected.get(i).latencies().toHistogram());
            assertThat(PercentName.decode(read.get(i).getTag()))
                    .isEqualTo(expected.get(i).name().value());
        }
    }

    @Test
    void hdr_histograms_log_processor_prints_its_percentiles() throws Exception {
        record(options(), 5);
        Path output = folder.resolve("percentiles");
        PrintStream console = System.out;
        // The tool prints what it reads; the test looks only at the file it writes.
        System.setOut(new PrintStream(java.io.OutputStream.nullOutputStream()));
        try {
            new HistogramLogProcessor(new String[] {
                        "-i",
                        files().get(0).toString(),
                        "-o",
                        output.toString(),
                        "-tag",
                        PercentName.encode(NAMES.get(0))
                    })
                    .run();
        } finally {
            System.setOut(console);
        }
        assertThat(Files.readString(folder.resolve("percentiles.hgrm"))).contains("Percentile", "1.000000000000");
    }

    /** The main promise: whatever the last bytes are, all before them is read, and that something is lost is said. */
    @Test
    void a_file_cut_at_any_byte_of_its_last_record_is_read_up_to_there_and_the_loss_is_said() throws IOException {
        List<RecordedInterval> recorded = record(options(), 4);
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf(LogText.END);
        int lastRecord = text.lastIndexOf("\n" + LogText.TAG) + 1;
        List<EndpointCounts> all =
                recorded.stream().flatMap(each -> each.endpoints().stream()).toList();
        for (int length = lastRecord; length < end; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            Reading reading = readAll();
            boolean whole = length == end - 1;
            assertThat(reading.counts)
                    .as("cut at byte %s of %s", length - lastRecord, end - lastRecord)
                    .isEqualTo(whole ? all : all.subList(0, all.size() - 1));
            assertThat(reading.abouts.get(0).ended()).isFalse();
            if (!whole) {
                assertThat(reading.unusable)
                        .as("cut at byte %s", length - lastRecord)
                        .hasSize(1);
                assertThat(reading.unusable.get(0)).contains("the file ends within");
            }
        }
    }

    @Test
    void a_file_cut_at_any_byte_at_all_gives_a_beginning_of_what_was_recorded() throws IOException {
        List<RecordedInterval> recorded = record(options(), 2);
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        List<EndpointCounts> all =
                recorded.stream().flatMap(each -> each.endpoints().stream()).toList();
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            Reading reading = readAll();
            assertThat(all.subList(0, reading.counts.size())).isEqualTo(reading.counts);
            assertThat(reading.unusable).hasSizeLessThanOrEqualTo(1);
            // Nothing is complete until the end mark is.
            assertThat(reading.abouts.get(0).ended()).isEqualTo(length >= bytes.length - 1);
        }
    }

    @Test
    void a_changed_byte_in_a_record_loses_that_record_and_no_other() throws IOException {
        record(options(), 3);
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        int from = text.indexOf("\n" + LogText.TAG) + 1;
        int to = text.indexOf("\n" + LogText.TAG, from);
        List<EndpointCounts> all = readAll().counts;
        SplittableRandom random = new SplittableRandom(1);
        for (int at = from; at < to; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(7));
            Files.write(file, damaged);
            Reading reading = readAll();
            assertThat(reading.counts).as("byte %s", at - from).isEqualTo(all.subList(1, all.size()));
            assertThat(reading.unusable).isNotEmpty();
        }
    }

    @Test
    void files_are_rotated_and_the_oldest_of_this_instance_removed() throws IOException {
        Files.createDirectories(folder);
        Path other = Files.writeString(folder.resolve("orders-2-20260101T000000000.hlog"), "another instance's");
        Path foreign = Files.writeString(folder.resolve("orders-1-notes.hlog"), "somebody's");
        record(options().keeping(3, 64 << 10), 400);
        assertThat(other).exists();
        assertThat(foreign).exists();
        List<Path> own = files().stream()
                .filter(file -> file.getFileName().toString().startsWith("orders-1-2"))
                .toList();
        assertThat(own)
                .hasSize(3)
                .allSatisfy(file -> assertThat(Files.size(file)).isLessThan((64 << 10) + 1_000));
        for (Path file : own) {
            Reading reading = new Reading();
            assertThat(RecordingReader.read(file, reading).ended()).isTrue();
            assertThat(reading.unusable).isEmpty();
        }
    }

    @Test
    void an_interval_that_cannot_be_written_is_kept_and_written_later() throws IOException {
        RecordingLog log = RecordingLog.open(options().keeping(2, 64 << 10), clock);
        recorder.onInterval(log);
        Path file = files().get(0);
        // The next file cannot be made: where its folder was, there is a file now.
        Files.delete(file);
        log.close();
        Path blocked = folder.resolve("blocked");
        Files.createDirectories(blocked);
        RecordingLog second = RecordingLog.open(
                RecordingLog.options(blocked, "orders")
                        .every(Duration.ofSeconds(1))
                        .keeping(2, 64 << 10),
                clock);
        SliRecorder own = SliRecorder.builder().clock(clock).build();
        own.onInterval(second);
        fill(own, second, blocked);
        assertThat(second.failure()).isPresent();
        Files.delete(blocked);
        own.record("late", 1_000, RequestOutcome.OK);
        now = now.plusSeconds(10);
        own.cut();
        assertThat(second.failure()).isEmpty();
        second.close();
        Reading reading = new Reading();
        for (Path each : list(blocked)) {
            RecordingReader.read(each, reading);
        }
        assertThat(reading.counts).extracting(each -> each.name().value()).contains("late", "kept");
    }

    /** Writes until the next write begins a new file, then puts a file where the folder was. */
    private void fill(SliRecorder own, RecordingLog log, Path blocked) throws IOException {
        for (int i = 0; list(blocked).size() < 2; i++) {
            for (int k = 0; k < 60; k++) {
                own.record("filler" + k, 1_000_000L * i, RequestOutcome.OK);
            }
            now = now.plusSeconds(10);
            own.cut();
            assertThat(log.failure()).isEmpty();
        }
        for (Path each : list(blocked)) {
            Files.delete(each);
        }
        Files.delete(blocked);
        Files.writeString(blocked, "in the way");
        own.record("kept", 1_000, RequestOutcome.OK);
        for (int i = 0; log.failure().isEmpty(); i++) {
            for (int k = 0; k < 60; k++) {
                own.record("filler" + k, 1_000_000L * i, RequestOutcome.OK);
            }
            own.record("kept", 1_000, RequestOutcome.OK);
            now = now.plusSeconds(10);
            own.cut();
        }
    }

    @Test
    void an_interval_is_as_long_as_was_asked_and_what_is_left_is_written_at_the_end() throws IOException {
        RecordingLog log = RecordingLog.open(options().every(Duration.ofMinutes(1)), clock);
        recorder.onInterval(log);
        for (int i = 0; i < 9; i++) {
            recorder.record(NAMES.get(0), 1_000_000, RequestOutcome.OK);
            now = now.plusSeconds(10);
            recorder.cut();
        }
        log.close();
        recorder.cut();
        assertThat(readAll().intervals()).extracting(RecordedInterval::requests).containsExactly(6L, 3L);
    }

    @Test
    void a_foreign_file_is_refused_with_what_it_lacks() throws IOException {
        Path foreign =
                Files.writeString(folder.resolve("x.hlog"), "#[Histogram log format version 1.3]\nTag=a,0,1,2,HIST\n");
        Reading reading = new Reading();
        RecordingReader.read(foreign, reading);
        assertThat(reading.unusable)
                .containsExactly("1: the file is no recording of sre4j: it does not begin with #[sre4j recordings 1]");
    }

    @Test
    void impossible_options_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options().instance("../etc"))
                .withMessageStartingWith("instance '../etc' is to be part of a file's name");
        assertThatIllegalArgumentException().isThrownBy(() -> options().every(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> options().keeping(1, 1 << 20));
        assertThatIllegalArgumentException().isThrownBy(() -> RecordingLog.options(folder, " "));
    }

    private List<RecordedInterval> record(RecordingLog.Options options, int intervals) throws IOException {
        List<RecordedInterval> recorded = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(intervals);
        try (RecordingLog log = RecordingLog.open(options, clock)) {
            recorder.onInterval(log);
            for (int i = 0; i < intervals; i++) {
                for (int k = 0; k < 40; k++) {
                    recorder.record(
                            NAMES.get(random.nextInt(NAMES.size())),
                            random.nextLong(1_000_000_000L),
                            random.nextInt(4) == 0 ? RequestOutcome.ERROR : RequestOutcome.OK);
                }
                now = now.plusSeconds(10);
                recorded.add(recorder.cut());
            }
        }
        return recorded;
    }

    private List<Path> files() throws IOException {
        return list(folder);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".hlog"))
                    .sorted()
                    .toList();
        }
    }

    private Reading readAll() throws IOException {
        Reading reading = new Reading();
        for (Path file : files()) {
            reading.abouts.add(RecordingReader.read(file, reading));
        }
        return reading;
    }

    private static final class Reading implements RecordingReader.Sink {

        private final List<LoggedCounts> records = new ArrayList<>();
        private final List<EndpointCounts> counts = new ArrayList<>();
        private final List<String> unusable = new ArrayList<>();
        private final List<RecordingReader.About> abouts = new ArrayList<>();

        @Override
        public void counts(LoggedCounts logged) {
            records.add(logged);
            counts.add(logged.counts());
        }

        @Override
        public void unusable(long line, Message why) {
            unusable.add(line + ": " + why);
        }

        List<RecordedInterval> intervals() {
            return records.stream()
                    .map(LoggedCounts::interval)
                    .distinct()
                    .map(this::interval)
                    .toList();
        }

        private RecordedInterval interval(long number) {
            List<LoggedCounts> own =
                    records.stream().filter(each -> each.interval() == number).toList();
            return RecordedInterval.of(
                    own.get(0).from(),
                    own.get(0).to(),
                    own.stream().map(LoggedCounts::counts).toList());
        }
    }
}
