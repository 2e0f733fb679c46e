package io.github.sre4j.newrelic.export;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
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
            throw Failures.newRelic(e, e.said());
        } catch (IOException e) {
            throw Failures.disk(e, folder);
        }
    }

    private static void refuseStrangers(ExportFolder folder, ExportRequest request)
            throws IOException, TelemetryException {
        List<Path> strangers = folder.strangers(request.types());
        if (!strangers.isEmpty()) {
            throw Failures.wrong(Message.of(
                    Exporter.class,
                    "failure.stranger",
                    folder,
                    String.valueOf(strangers.get(0).getFileName())));
        }
    }

    private Map<String, String> settings(ExportRequest request, Entity service) {
        Instant until = request.until();
        return Map.of(
                "service", "'" + TextEscaping.forTerminal(service.name()) + "' (" + service.guid() + ")",
                "host", nerdGraph.host(),
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
            throw Failures.wrong(Message.of(Exporter.class, "failure.state", folder.state()));
        }
        Optional<Message> difference = interrupted.flatMap(state -> state.difference(settings));
        if (difference.isPresent()) {
            throw Failures.wrong(
                    Message.of(Exporter.class, "failure.other-settings", folder, difference.get(), folder.state()));
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
            throw Failures.wrong(Message.of(
                    Exporter.class,
                    "failure.nothing",
                    request.types(),
                    TextEscaping.forTerminal(service.name()),
                    window.from(),
                    window.to()));
        }
        if (events > request.maxRows()) {
            throw Failures.wrong(
                    Message.of(Exporter.class, "failure.too-much", events, Long.toString(request.maxRows())));
        }
    }
}
