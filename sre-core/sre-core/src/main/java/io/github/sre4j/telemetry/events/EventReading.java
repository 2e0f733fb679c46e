package io.github.sre4j.telemetry.events;

import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requests of event files, each once. Where ids show that requests are there more than once, as pages of an export that overlap hold them, the files
 * are read again without the copies. Not thread-safe.
 */
final class EventReading {

    private final MeasurementPlan plan;
    private final TimeGrid grid;
    private final Optional<String> app;
    private final List<EventFile> files;
    private List<String> withoutRows = List.of();
    private long copies;

    EventReading(MeasurementPlan plan, TimeGrid grid, Optional<String> app, List<EventFile> files) {
        this.plan = plan;
        this.grid = grid;
        this.app = app;
        this.files = files;
    }

    /**
     * Reads the files.
     *
     * @param threads how many threads read large files, at least 1
     */
    CollectedEvents read(int threads, ProgressListener progress) throws TelemetryException {
        EventReader reader = new EventReader(() -> collector(RequestIds.all(), null), threads, progress);
        RowCollector all = reader.read(files);
        withoutRows = reader.withoutRows();
        long[] repeated = all.ids().repeated();
        if (repeated.length == 0) {
            return all.collected();
        }
        RequestIds ids = all.ids();
        for (int part = 1; part < ids.parts(); part++) {
            RequestIds own = ids.part(part);
            one(collector(own, null));
            repeated = RepeatedRequests.join(repeated, own.repeated());
        }
        RepeatedRequests known = new RepeatedRequests(repeated);
        RowCollector once = one(collector(RequestIds.all(), known));
        copies = known.copies();
        return once.collected();
    }

    /** Reads with one thread, so that of several copies the first in the order of the files counts. */
    private RowCollector one(RowCollector collector) throws TelemetryException {
        return new EventReader(() -> collector, 1, ProgressListener.NONE).read(files);
    }

    private RowCollector collector(RequestIds ids, @Nullable RepeatedRequests known) {
        return new RowCollector(plan, grid, app, ids, known);
    }

    /** Returns the names of JSON documents that held no rows. */
    List<String> withoutRows() {
        return withoutRows;
    }

    /** Returns the number of rows that were copies of others. */
    long copies() {
        return copies;
    }
}
