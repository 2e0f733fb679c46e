package io.github.sre4j.telemetry.events;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.text.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Event files as a telemetry source.
 *
 * <p>Requests are the rows of type {@code Transaction}. Where {@code Metric} rows lie beside them, which agents do not sample, they tell how
 * many requests there really were. Immutable; every measurement reads the files anew.
 */
public final class EventFiles implements TelemetrySource {

    /** Minutes at the edges of metrics do not fall together with the window: a few percent say nothing about sampling. */
    private static final double COMPLETE_FROM = 0.98;

    private final Path root;
    private final String shownAs;
    private final @Nullable String app;
    private final int threads;

    /**
     * Event files with as many reading threads as there are processors, but at most four.
     *
     * @param root a file or a folder
     * @param app the application whose rows count, by {@code appName}; null if the files hold only one
     */
    public EventFiles(Path root, @Nullable String app) {
        this(root, root.toString(), app, Math.min(4, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Event files with a given number of reading threads.
     *
     * @param root a file or a folder
     * @param shownAs what people know the file or folder as
     * @param app the application whose rows count, by {@code appName}; null if the files hold only one
     * @param threads at least 1
     */
    public EventFiles(Path root, String shownAs, @Nullable String app, int threads) {
        this.root = Objects.requireNonNull(root, "root");
        this.shownAs = Objects.requireNonNull(shownAs, "shownAs");
        this.app = app;
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread must read");
        }
        this.threads = threads;
    }

    @Override
    public Message description() {
        return Message.of(SourceReport.class, "events", shownAs);
    }

    @Override
    public Measurements measure(MeasurementPlan plan, ProgressListener progress) throws TelemetryException {
        TimeGrid grid = new TimeGrid(plan.window(), plan.excluded());
        EventReading reading = new EventReading(plan, grid, Optional.ofNullable(app), EventFolder.files(root));
        CollectedEvents collected = reading.read(threads, progress);
        refuseSeveralApps(collected);
        List<EndpointMeasurement> endpoints = collected.endpoints().stream()
                .map(entry -> entry.value()
                        .measurement(
                                new EndpointName(entry.name()),
                                collected.trueCounts().getOrDefault(entry.name(), 0L)))
                .toList();
        return new Measurements(
                new SourceReport(
                        "event-files",
                        description(),
                        collected.inside(),
                        collected.outside(),
                        collected.seen().orElse(null),
                        collected.rejections(),
                        sampling(collected, endpoints),
                        notes(collected, reading, grid)),
                endpoints,
                collected.excluded());
    }

    private void refuseSeveralApps(CollectedEvents collected) throws TelemetryException {
        if (app == null && collected.apps().size() > 1) {
            throw new TelemetryException(
                    Kind.MISCONFIGURED,
                    Message.of(
                            SourceReport.class,
                            "events.several-apps",
                            collected.apps().size(),
                            collected.apps().stream().limit(5).toList()));
        }
    }

    private static Sampling sampling(CollectedEvents collected, List<EndpointMeasurement> endpoints) {
        long events = 0;
        long traffic = 0;
        for (EndpointMeasurement endpoint : endpoints) {
            if (collected.trueCounts().containsKey(endpoint.name().value())) {
                events += endpoint.whole().requests();
                traffic += endpoint.traffic();
            }
        }
        if (traffic == 0) {
            return new Sampling.Unknown();
        }
        double kept = (double) events / traffic;
        return kept >= COMPLETE_FROM || events == 0 ? new Sampling.Complete() : new Sampling.Sampled(kept);
    }

    private static List<Message> notes(CollectedEvents collected, EventReading reading, TimeGrid grid) {
        List<Message> notes = new ArrayList<>();
        if (collected.inside() > 0 && !collected.saysError()) {
            notes.add(Message.of(SourceReport.class, "events.no-error-attribute"));
        }
        if (collected.otherApp() > 0) {
            notes.add(Message.of(SourceReport.class, "events.other-apps", collected.otherApp()));
        }
        if (reading.copies() > 0) {
            notes.add(Message.of(SourceReport.class, "events.copies", reading.copies()));
        }
        for (String document : reading.withoutRows()) {
            notes.add(Message.of(SourceReport.class, "events.no-rows", document));
        }
        if (grid.hours() == 0) {
            notes.add(Message.of(SourceReport.class, "events.no-hours"));
        }
        notes.addAll(NonRequestRows.notes(collected.otherTypes()));
        return notes;
    }
}
