package io.github.sre4j.telemetry.recordings;

import io.github.sre4j.recorder.SliRecorder;
import io.github.sre4j.recorder.log.LoggedCounts;
import io.github.sre4j.recorder.log.RecordingReader;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Rejections.Rejection;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Recordings as a telemetry source: all {@code .hlog} files of a folder and its sub-folders, of however many instances. Event files in the same
 * folder are an error, because they may be of the same requests. Immutable; every measurement reads the files anew, one record at a time.
 */
public final class Recordings implements TelemetrySource {

    private static final int NAMED = 20;

    private final Path root;
    private final String shownAs;
    private final @Nullable String app;

    /**
     * Recordings.
     *
     * @param root a file or a folder
     * @param shownAs what people know it as
     * @param app the service whose recordings count; null if there is only one
     */
    public Recordings(Path root, String shownAs, @Nullable String app) {
        this.root = Objects.requireNonNull(root, "root");
        this.shownAs = Objects.requireNonNull(shownAs, "shownAs");
        this.app = app;
    }

    /** Returns whether a file or folder holds recordings. */
    public static boolean existIn(Path root) {
        try {
            return !RecordingFolder.find(root).isEmpty();
        } catch (TelemetryException e) {
            // Reading the folder reports what is wrong with it.
            return false;
        }
    }

    @Override
    public Message description() {
        return Message.of(SourceReport.class, "recordings", shownAs);
    }

    @Override
    public Measurements measure(MeasurementPlan plan, ProgressListener progress) throws TelemetryException {
        List<Path> files = RecordingFolder.files(root);
        if (RecordingFolder.holdsEventFiles(root)) {
            throw new TelemetryException(Kind.MISCONFIGURED, Message.of(SourceReport.class, "folder.mixed", root));
        }
        Reading reading = new Reading(plan);
        long done = 0;
        for (Path file : chosen(files)) {
            reading.file(file, RecordingFolder.name(root, file));
            progress.advanced(++done, files.size());
        }
        return reading.measurements(description());
    }

    /** The files of the wanted service; a file that does not say whose it is is read, and told about. */
    private List<Path> chosen(List<Path> files) throws TelemetryException {
        NavigableSet<String> services = new TreeSet<>();
        List<Path> chosen = new ArrayList<>();
        for (Path file : files) {
            Optional<String> service = serviceOf(file);
            service.ifPresent(services::add);
            if (app == null || service.isEmpty() || service.get().equals(app)) {
                chosen.add(file);
            }
        }
        if (app == null && services.size() > 1) {
            throw new TelemetryException(
                    Kind.MISCONFIGURED,
                    Message.of(
                            SourceReport.class,
                            "recordings.several-services",
                            services.size(),
                            services.stream().limit(5).toList()));
        }
        if (app != null && !services.isEmpty() && !services.contains(app)) {
            throw new TelemetryException(
                    Kind.MISCONFIGURED,
                    Message.of(
                            SourceReport.class,
                            "recordings.other-services",
                            app,
                            root,
                            services.stream().limit(5).toList()));
        }
        return chosen;
    }

    private static Optional<String> serviceOf(Path file) throws TelemetryException {
        try {
            return RecordingReader.serviceOf(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static TelemetryException unreadable(Path file, IOException e) {
        return new TelemetryException(
                Kind.UNREADABLE, Message.of(SourceReport.class, "file.unreadable", file, Message.of(e)), e);
    }

    /** What one measurement has read so far. */
    private static final class Reading {

        private final MeasurementPlan plan;
        private final Map<EndpointName, IntervalTally> tallies = new TreeMap<>();
        private final Map<String, Set<Long>> earlierFiles = new HashMap<>();
        private final List<Rejection> rejections = new ArrayList<>();
        private long rejected;
        private long inside;
        private long outside;
        private long excluded;
        private long copies;
        private long unended;
        private long longestMillis;
        private @Nullable Instant first;
        private @Nullable Instant last;

        Reading(MeasurementPlan plan) {
            this.plan = plan;
        }

        void file(Path file, String name) throws TelemetryException {
            Map<String, Set<Long>> here = new HashMap<>();
            try {
                RecordingReader.About about = RecordingReader.read(file, new RecordingReader.Sink() {
                    @Override
                    public void counts(LoggedCounts counts) {
                        take(counts, here);
                    }

                    @Override
                    public void unusable(long line, Message why) {
                        rejected++;
                        if (rejections.size() < NAMED) {
                            rejections.add(new Rejection(name, line, why));
                        }
                    }
                });
                unended += about.ended() ? 0 : 1;
            } catch (IOException e) {
                throw unreadable(file, e);
            }
            here.forEach((run, intervals) ->
                    earlierFiles.computeIfAbsent(run, any -> new HashSet<>()).addAll(intervals));
        }

        private void take(LoggedCounts logged, Map<String, Set<Long>> here) {
            // Intervals of a run are numbered on from file to file; one that was read from another file is in a copy of
            // it.
            Set<Long> earlier = earlierFiles.get(logged.run());
            if (earlier != null && earlier.contains(logged.interval())) {
                copies += logged.counts().requests();
                return;
            }
            here.computeIfAbsent(logged.run(), any -> new HashSet<>()).add(logged.interval());
            long requests = logged.counts().requests();
            first = first == null || logged.from().isBefore(first) ? logged.from() : first;
            last = last == null || logged.to().isAfter(last) ? logged.to() : last;
            if (!plan.window().contains(logged.from())) {
                outside += requests;
                return;
            }
            if (plan.excluded().stream()
                    .anyMatch(each ->
                            logged.from().isBefore(each.to()) && logged.to().isAfter(each.from()))) {
                excluded += requests;
                return;
            }
            inside += requests;
            longestMillis = Math.max(
                    longestMillis, logged.to().toEpochMilli() - logged.from().toEpochMilli());
            EndpointName endpoint = logged.counts().name();
            tallies.computeIfAbsent(endpoint, key -> new IntervalTally(key, plan))
                    .add(logged.from(), logged.counts());
        }

        Measurements measurements(Message description) {
            return new Measurements(
                    new SourceReport(
                            "recordings",
                            description,
                            inside,
                            outside,
                            seen(),
                            new Rejections(rejected, rejections),
                            new Sampling.Complete(),
                            notes()),
                    tallies.values().stream().map(IntervalTally::measurement).toList(),
                    excluded);
        }

        private @Nullable Window seen() {
            Instant from = first;
            Instant to = last;
            return from == null || to == null ? null : new Window(from, to);
        }

        private List<Message> notes() {
            List<Message> notes = new ArrayList<>();
            long inexact =
                    tallies.values().stream().filter(tally -> !tally.exact()).count();
            if (inexact > 0) {
                notes.add(Message.of(SourceReport.class, "recordings.other-threshold", inexact));
            }
            if (tallies.containsKey(SliRecorder.OVERFLOW)) {
                notes.add(Message.of(SourceReport.class, "recordings.overflow"));
            }
            if (copies > 0) {
                notes.add(Message.of(SourceReport.class, "recordings.copies", copies));
            }
            if (unended > 0) {
                notes.add(Message.of(SourceReport.class, "recordings.unended", unended));
            }
            if (longestMillis > 0) {
                notes.add(Message.of(SourceReport.class, "recordings.intervals", (longestMillis + 999) / 1_000));
            }
            return notes;
        }
    }
}
