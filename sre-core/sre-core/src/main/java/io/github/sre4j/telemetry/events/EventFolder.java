package io.github.sre4j.telemetry.events;

import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import io.github.sre4j.text.FileTree;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the event files behind a path. */
final class EventFolder {

    private EventFolder() {}

    /** The files in a folder and its sub-folders, or the one file, sorted by name. */
    static List<EventFile> files(Path root) throws TelemetryException {
        if (Files.isRegularFile(root)) {
            String name = root.getFileName().toString();
            return List.of(EventFile.of(root, name)
                    .orElseThrow(() -> misconfigured(Message.of(SourceReport.class, "events.no-event-file", root))));
        }
        if (!Files.isDirectory(root)) {
            throw misconfigured(Message.of(SourceReport.class, "events.missing", root));
        }
        FileTree tree;
        try {
            tree = FileTree.of(root);
        } catch (IOException e) {
            throw new TelemetryException(
                    Kind.UNREADABLE, Message.of(SourceReport.class, "folder.unreadable", root, Message.of(e)), e);
        }
        if (!tree.brokenLinks().isEmpty()) {
            throw misconfigured(Message.of(
                    SourceReport.class, "folder.broken-link", tree.brokenLinks().get(0)));
        }
        List<EventFile> files = tree.files().stream()
                .filter(path -> !path.getFileName().toString().startsWith("."))
                .map(path -> EventFile.of(path, root.relativize(path).toString().replace('\\', '/')))
                .flatMap(Optional::stream)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
        if (files.isEmpty()) {
            throw misconfigured(Message.of(SourceReport.class, "events.empty-folder", root));
        }
        refuseCopies(root, files);
        return files;
    }

    private static void refuseCopies(Path root, List<EventFile> files) throws TelemetryException {
        Map<String, EventFile> seen = new HashMap<>();
        for (EventFile file : files) {
            EventFile other = seen.putIfAbsent(file.plainName(), file);
            if (other != null) {
                throw misconfigured(Message.of(SourceReport.class, "events.twice", root, other.name(), file.name()));
            }
        }
    }

    private static TelemetryException misconfigured(Message message) {
        return new TelemetryException(Kind.MISCONFIGURED, message);
    }
}
