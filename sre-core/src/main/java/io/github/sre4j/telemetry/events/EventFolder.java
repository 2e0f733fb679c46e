package io.github.sre4j.telemetry.events;

import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the event files behind a path. */
final class EventFolder {

    private EventFolder() {}

    /** The files in a folder and its sub-folders, or the one file, sorted by name. */
    static List<EventFile> files(Path root) throws TelemetryException {
        if (Files.isRegularFile(root)) {
            String name = root.getFileName().toString();
            return List.of(EventFile.of(root, name)
                    .orElseThrow(() -> misconfigured(
                            "'" + root + "' is not an event file; its name must end in .ndjson, .jsonl or .json,"
                                    + " or one of these with .gz")));
        }
        if (!Files.isDirectory(root)) {
            throw misconfigured("there is no file or folder '" + root + "'; set sre.events to event files");
        }
        List<EventFile> files;
        try (Stream<Path> tree = Files.walk(root)) {
            files = tree.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .map(path ->
                            EventFile.of(path, root.relativize(path).toString().replace('\\', '/')))
                    .flatMap(Optional::stream)
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        } catch (IOException e) {
            throw new TelemetryException(
                    Kind.UNREADABLE, "the folder '" + root + "' cannot be read: " + e.getMessage(), e);
        }
        if (files.isEmpty()) {
            throw misconfigured("the folder '" + root
                    + "' holds no event files (.ndjson, .jsonl, .json, or one of these with .gz)");
        }
        refuseCopies(root, files);
        return files;
    }

    private static void refuseCopies(Path root, List<EventFile> files) throws TelemetryException {
        Map<String, EventFile> seen = new HashMap<>();
        for (EventFile file : files) {
            EventFile other = seen.putIfAbsent(file.plainName(), file);
            if (other != null) {
                throw misconfigured("'" + root + "' holds both " + other.name() + " and " + file.name()
                        + ", which would count every event twice; remove one of them");
            }
        }
    }

    private static TelemetryException misconfigured(String message) {
        return new TelemetryException(Kind.MISCONFIGURED, message);
    }
}
