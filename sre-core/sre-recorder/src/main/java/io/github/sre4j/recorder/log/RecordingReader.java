package io.github.sre4j.recorder.log;

import io.github.sre4j.recorder.EndpointCounts;
import io.github.sre4j.recorder.LatencyCounts;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.text.Message;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file of recordings, record by record, and says what of it is lost. A file that ends in the middle is read up to there. Not
 * thread-safe; for one file each.
 */
public final class RecordingReader {

    /** Takes what is read. */
    public interface Sink {

        /** One endpoint in one interval. */
        void counts(LoggedCounts counts);

        /**
         * Something that cannot be used.
         *
         * @param line where it begins, from 1
         * @param why what is wrong and what is lost, for people
         */
        void unusable(long line, Message why);
    }

    /**
     * What a file says of itself.
     *
     * @param service whose recordings they are, or null if the file ends before it says so
     * @param ended whether it was closed in order; else whoever writes it still does, or was killed
     */
    public record About(@Nullable String service, boolean ended) {

        /** Whose recordings they are; empty if the file ends before it says so. */
        public Optional<String> serviceName() {
            return Optional.ofNullable(service);
        }
    }

    /** A histogram of a day with all buckets full has less than a tenth of this. */
    private static final int LONGEST_LINE = 1 << 20;

    private final Sink sink;
    private final LogLines lines;
    private @Nullable String service;
    private @Nullable String run;
    private @Nullable String histogramLine;
    private long histogramAt;
    private boolean ended;
    private long interval;
    private int seen;
    private int wanted;

    private RecordingReader(InputStream in, Sink sink) {
        this.sink = sink;
        this.lines = new LogLines(in, LONGEST_LINE);
    }

    /**
     * Whose recordings a file holds.
     *
     * @return the service; empty if the file does not say, because it ends before, or is none of ours
     * @throws IOException if it cannot be read
     */
    public static Optional<String> serviceOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            LogLines lines = new LogLines(new BufferedInputStream(in), LONGEST_LINE);
            if (!LogText.FIRST_LINE.equals(lines.next())) {
                return Optional.empty();
            }
            String line = lines.next();
            return line != null && lines.complete() && line.startsWith(LogText.SERVICE)
                    ? Optional.of(inside(line, LogText.SERVICE))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a file.
     *
     * @param sink takes what is read, in the order of the file
     * @throws IOException if it cannot be read
     */
    public static About read(Path file, Sink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new RecordingReader(in, Objects.requireNonNull(sink, "sink")).read();
        }
    }

    private About read() throws IOException {
        String first = lines.next();
        if (!LogText.FIRST_LINE.equals(first)) {
            boolean cut = first == null || (!lines.complete() && LogText.FIRST_LINE.startsWith(first));
            sink.unusable(
                    1,
                    cut
                            ? Message.of(RecordingReader.class, "empty")
                            : Message.of(RecordingReader.class, "no-recording", LogText.FIRST_LINE));
            return new About(null, false);
        }
        for (String line = lines.next(); line != null; line = lines.next()) {
            line(line);
        }
        if (histogramLine != null) {
            long cut = seen == wanted ? interval + 1 : interval;
            sink.unusable(histogramAt, Message.of(RecordingReader.class, "ends-within-record", Long.toString(cut)));
        } else {
            missing("ends-within-interval");
        }
        return new About(service, ended);
    }

    private void line(String line) {
        if (line.startsWith(ExactCounts.BEGIN)) {
            exact(line);
        } else if (line.startsWith(LogText.TAG)) {
            unfinished();
            histogramLine = line;
            histogramAt = lines.number();
        } else if (histogramLine != null && !lines.complete()) {
            // Half a comment at the end: said together with its histogram.
            return;
        } else if (!lines.complete()) {
            if (!line.isEmpty() && !LogText.END.equals(line)) {
                sink.unusable(lines.number(), Message.of(RecordingReader.class, "ends-within-line"));
                seen = wanted;
            }
            ended |= LogText.END.equals(line);
        } else if (line.startsWith(LogText.SERVICE) && service == null) {
            service = header(line, LogText.SERVICE);
        } else if (line.startsWith(LogText.RUN) && run == null) {
            run = header(line, LogText.RUN);
        } else if (line.equals(LogText.END)) {
            ended = true;
        } else if (!line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != '"') {
            sink.unusable(lines.number(), Message.of(RecordingReader.class, "neither"));
        }
    }

    private void exact(String line) {
        String histogram = histogramLine;
        if (histogram == null) {
            if (lines.complete()) {
                sink.unusable(lines.number(), Message.of(RecordingReader.class, "no-histogram"));
            }
            return;
        }
        Optional<ExactCounts> exact = ExactCounts.parse(line, histogram);
        if (exact.isEmpty()) {
            if (lines.complete()) {
                histogramLine = null;
                sink.unusable(histogramAt, Message.of(RecordingReader.class, "checksum"));
            }
            return;
        }
        histogramLine = null;
        begin(exact.get());
        try {
            sink.counts(counts(exact.get(), histogram));
        } catch (IllegalArgumentException | DataFormatException | ArrayIndexOutOfBoundsException e) {
            sink.unusable(histogramAt, Message.of(RecordingReader.class, "unreadable", Message.of(e)));
        }
    }

    private void unfinished() {
        if (histogramLine != null) {
            histogramLine = null;
            sink.unusable(histogramAt, Message.of(RecordingReader.class, "no-counts"));
        }
    }

    private void begin(ExactCounts exact) {
        if (exact.interval() != interval) {
            missing("follows-nowhere");
            interval = exact.interval();
            wanted = exact.records();
            seen = 0;
        }
        seen++;
    }

    private void missing(String key) {
        if (seen < wanted) {
            sink.unusable(
                    lines.number(), Message.of(RecordingReader.class, key, Long.toString(interval), seen, wanted));
        }
        seen = wanted;
    }

    private LoggedCounts counts(ExactCounts exact, String histogramLine) throws DataFormatException {
        String[] fields = histogramLine.split(",", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException("a histogram has 5 fields, not " + fields.length);
        }
        Histogram histogram = Histogram.decodeFromCompressedByteBuffer(
                ByteBuffer.wrap(Base64.getDecoder().decode(fields[4].getBytes(StandardCharsets.US_ASCII))), 0);
        EndpointCounts counts = new EndpointCounts(
                new EndpointName(PercentName.decode(fields[0].substring(LogText.TAG.length()))),
                exact.limit(),
                exact.requests(),
                exact.slow(),
                exact.errors(),
                exact.excess(),
                exact.max(),
                LatencyCounts.of(histogram, Math.min(3, histogram.getNumberOfSignificantValueDigits())));
        return new LoggedCounts(run == null ? "" : run, exact.interval(), exact.from(), exact.to(), counts);
    }

    /** Returns the name in a line of the header, or null if it is damaged, which is reported. */
    private @Nullable String header(String line, String begin) {
        try {
            return inside(line, begin);
        } catch (IllegalArgumentException e) {
            sink.unusable(lines.number(), Message.of(RecordingReader.class, "unreadable", Message.of(e)));
            return null;
        }
    }

    private static String inside(String line, String begin) {
        return PercentName.decode(line.substring(begin.length(), line.length() - (line.endsWith("]") ? 1 : 0)));
    }
}
