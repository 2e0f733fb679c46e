package io.github.sre4j.newrelic.export;

import io.github.sre4j.newrelic.export.ExportResult.Gap;
import io.github.sre4j.newrelic.export.ExportResult.TypeResult;
import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Message;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An export that is ready to run: New Relic knows the service, and there is something to write. For one thread. */
public final class Export {

    private final ExportRequest request;
    private final Entity service;
    private final NrqlQueries queries;
    private final ExportFolder folder;
    private final Map<String, Long> expected;
    private final boolean resumed;
    private final int limit;
    private ExportState state;

    Export(
            ExportRequest request,
            Entity service,
            NrqlQueries queries,
            ExportFolder folder,
            Map<String, Long> expected,
            ExportState state,
            boolean resumed,
            int limit) {
        this.request = request;
        this.service = service;
        this.queries = queries;
        this.folder = folder;
        this.expected = Map.copyOf(expected);
        this.state = state;
        this.resumed = resumed;
        this.limit = limit;
    }

    /** The service. */
    public Entity service() {
        return service;
    }

    /** The window. */
    public Window window() {
        return state.window();
    }

    /** Whether it goes on where another was interrupted. */
    public boolean resumed() {
        return resumed;
    }

    /** How many events are to be written, those of an interrupted export with them. */
    public long events() {
        return expected.entrySet().stream()
                .filter(type -> !type.getKey().equals(EventTypes.METRIC))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many of them an interrupted export has written. */
    public long written() {
        return state.events();
    }

    /**
     * Writes the files.
     *
     * @param progress hears how many events are written, of how many
     * @param summary makes the text that is left beside the files
     * @throws TelemetryException if New Relic or the disk fails; what is written stays, and the same export goes on there
     */
    public ExportResult run(ProgressListener progress, Function<ExportResult, String> summary)
            throws TelemetryException {
        try {
            Closeable lock = folder.lock()
                    .orElseThrow(() -> Failures.wrong(Message.of(Exporter.class, "failure.locked", folder)));
            try {
                return writeAll(progress, summary);
            } finally {
                lock.close();
            }
        } catch (NerdGraphException e) {
            throw Failures.newRelic(
                    e, Message.of(Exporter.class, "failure.interrupted", e.said(), folder, state.events(), events()));
        } catch (IOException e) {
            throw Failures.disk(e, folder);
        }
    }

    private ExportResult writeAll(ProgressListener progress, Function<ExportResult, String> summary)
            throws NerdGraphException, IOException {
        folder.write(state);
        for (TypeProgress type : state.types()) {
            write(type, progress);
        }
        ExportResult result = result();
        folder.publish(request.types(), summary.apply(result));
        return result;
    }

    private void write(TypeProgress begun, ProgressListener progress) throws NerdGraphException, IOException {
        TypeProgress type = begun;
        if (!folder.goesOn(type, type.next() >= state.toMillis())) {
            type = TypeProgress.begun(type.type(), state.fromMillis());
            folder.begin(type.type());
            save(type);
        }
        EventMask mask = new EventMask(state.masker());
        Pages pages = pages(type.type());
        while (type.next() < state.toMillis()) {
            Page page = pages.from(type.next());
            long bytes = page.rows().isEmpty()
                    ? type.bytes()
                    : folder.append(type.type(), request.masked() ? masked(mask, page) : page.rows());
            type = type.after(page, bytes);
            save(type);
            progress.advanced(Math.min(state.events(), events()), events());
        }
        if (type.bytes() == 0) {
            // A file without events says that there were none; no file would say nothing.
            save(new TypeProgress(type.type(), type.next(), 0, 0, folder.append(type.type(), List.of()), List.of()));
        }
    }

    private Pages pages(String type) {
        return type.equals(EventTypes.METRIC)
                ? new MetricPages(queries, service, window())
                : new EventPages(
                        queries,
                        type,
                        EventTypes.ofService(type, service),
                        window(),
                        expected.getOrDefault(type, 0L),
                        limit);
    }

    private void save(TypeProgress type) throws IOException {
        state = state.with(type);
        folder.write(state);
    }

    private static List<Map<String, @Nullable Object>> masked(EventMask mask, Page page) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        page.rows().forEach(row -> rows.add(mask.masked(row)));
        return rows;
    }

    /** Compares what was written with what New Relic counts now. */
    private ExportResult result() throws NerdGraphException {
        Map<String, Long> counted = Counts.of(request.types(), service, window(), queries);
        List<TypeResult> types = state.types().stream()
                .map(type -> new TypeResult(
                        type.type(),
                        folder.file(type.type()),
                        type.rows(),
                        type.counted(),
                        counted.getOrDefault(type.type(), 0L),
                        type.missing().stream()
                                .map(gap -> new Gap(gap.atMillis(), gap.counted(), gap.given()))
                                .toList()))
                .toList();
        return new ExportResult(service, window(), request.masked(), types);
    }
}
