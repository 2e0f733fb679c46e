package io.github.sre4j.newrelic.export;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Untrusted;
import io.github.sre4j.text.mask.Masker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Prepares exports from New Relic. Immutable. */
public final class Exporter {

    private final NerdGraph nerdGraph;
    private final Clock clock;
    private final int limit;

    /**
     * An exporter through that client.
     *
     * @param clock tells the end of a window that ends now
     */
    public Exporter(NerdGraph nerdGraph, Clock clock) {
        this(nerdGraph, clock, Nrql.LIMIT_MAX);
    }

    Exporter(NerdGraph nerdGraph, Clock clock, int limit) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph").forgetful();
        this.clock = Objects.requireNonNull(clock, "clock");
        this.limit = limit;
    }

    /**
     * Finds the service, counts its events, and finds out whether an export was interrupted in the folder. Writes nothing but the folder.
     *
     * @throws TelemetryException if there is no such service, nothing or too much to export, another export in the folder, or New Relic cannot
     *     be asked
     */
    public Export prepare(ExportRequest request) throws TelemetryException {
        ExportFolder folder = new ExportFolder(request.folder());
        try {
            folder.create();
            refuseStrangers(folder, request);
            Entity service = request.service().find(nerdGraph);
            Optional<ExportState> interrupted = interrupted(folder, settings(request, service));
            ExportState state = interrupted.orElseGet(() -> begun(request, service));
            NrqlQueries queries = new NrqlQueries(nerdGraph, service.account());
            Map<String, Long> counts = Counts.of(request.types(), service, state.window(), queries);
            refuseNothingAndTooMuch(request, service, state.window(), counts);
            return new Export(request, service, queries, folder, counts, state, interrupted.isPresent(), limit);
        } catch (NerdGraphException e) {
            throw Failures.newRelic(e, "");
        } catch (IOException e) {
            throw Failures.disk(e, folder);
        }
    }

    private static void refuseStrangers(ExportFolder folder, ExportRequest request)
            throws IOException, TelemetryException {
        List<Path> strangers = folder.strangers(request.types());
        if (!strangers.isEmpty()) {
            throw Failures.wrong("the folder '" + folder + "' holds "
                    + strangers.get(0).getFileName()
                    + ", which this export would not replace and a check would read with it; remove it or choose another folder with"
                    + " sre.export.output");
        }
    }

    private Map<String, String> settings(ExportRequest request, Entity service) {
        Instant until = request.until();
        return Map.of(
                "the service", "'" + Untrusted.forTerminal(service.name()) + "' (" + service.guid() + ")",
                "New Relic's host", nerdGraph.host(),
                "sre.window", request.length().toString(),
                "sre.until", until == null ? "now" : until.toString(),
                "sre.export.types", String.join(",", new TreeSet<>(request.types())),
                "sre.export.mask", Boolean.toString(request.masked()));
    }

    private static Optional<ExportState> interrupted(ExportFolder folder, Map<String, String> settings)
            throws TelemetryException {
        Optional<ExportState> interrupted;
        try {
            interrupted = folder.read();
        } catch (IOException e) {
            throw Failures.wrong("the state of an interrupted export, '" + folder.state()
                    + "', cannot be read; delete it to begin anew");
        }
        Optional<String> difference = interrupted.flatMap(state -> state.difference(settings));
        if (difference.isPresent()) {
            throw Failures.wrong(
                    "an export with other settings was interrupted in '" + folder + "' (" + difference.get()
                            + "); repeat its settings to go on with it, choose another folder with sre.export.output, or delete '"
                            + folder.state() + "' to begin anew");
        }
        return interrupted;
    }

    private ExportState begun(ExportRequest request, Entity service) {
        Window window =
                Window.endingAt(Objects.requireNonNullElseGet(request.until(), clock::instant), request.length());
        return new ExportState(
                settings(request, service),
                window.from().toEpochMilli(),
                window.to().toEpochMilli(),
                HexFormat.of().formatHex(Masker.newSalt()),
                request.types().stream()
                        .map(type -> TypeProgress.begun(type, window.from().toEpochMilli()))
                        .toList());
    }

    private static void refuseNothingAndTooMuch(
            ExportRequest request, Entity service, Window window, Map<String, Long> counts) throws TelemetryException {
        long events = counts.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(EventTypes.METRIC))
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (events == 0 && counts.values().stream().allMatch(count -> count == 0)) {
            throw Failures.wrong("New Relic has nothing to export: no " + String.join(", ", request.types()) + " of '"
                    + Untrusted.forTerminal(service.name()) + "' from " + window.from() + " to " + window.to()
                    + "; check sre.window, sre.until and sre.export.types");
        }
        if (events > request.maxRows()) {
            throw Failures.wrong("the window holds " + events + " events, more than sre.export.maxRows="
                    + request.maxRows()
                    + "; narrow sre.window, choose fewer types with sre.export.types, or raise sre.export.maxRows");
        }
    }
}
