package io.github.sre4j.telemetry.recordings;

import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import io.github.sre4j.text.FileTree;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the recordings behind a path. */
final class RecordingFolder {

    static final String ENDING = ".hlog";

    private static final Pattern EVENT_FILE = Pattern.compile("(?i).*\\.(ndjson|jsonl|json)(\\.gz)?");

    private RecordingFolder() {}

    /** The files in a folder and its sub-folders, or the one file, sorted by name. */
    static List<Path> files(Path root) throws TelemetryException {
        List<Path> files = find(root);
        refuseBrokenLinks(root);
        if (files.isEmpty()) {
            throw new TelemetryException(
                    Kind.MISCONFIGURED, Message.of(SourceReport.class, "recordings.none", ENDING, root));
        }
        return files;
    }

    private static void refuseBrokenLinks(Path root) throws TelemetryException {
        try {
            List<Path> broken = FileTree.of(root).brokenLinks();
            if (!broken.isEmpty()) {
                throw new TelemetryException(
                        Kind.MISCONFIGURED, Message.of(SourceReport.class, "folder.broken-link", broken.get(0)));
            }
        } catch (IOException e) {
            throw new TelemetryException(
                    Kind.UNREADABLE, Message.of(SourceReport.class, "folder.unreadable", root, Message.of(e)), e);
        }
    }

    /** The same, where there may be none. */
    static List<Path> find(Path root) throws TelemetryException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try {
            return FileTree.of(root).files().stream()
                    .filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new TelemetryException(
                    Kind.UNREADABLE, Message.of(SourceReport.class, "folder.unreadable", root, Message.of(e)), e);
        }
    }

    /** Returns whether there are event files, too. */
    static boolean holdsEventFiles(Path root) throws TelemetryException {
        try {
            return FileTree.of(root).files().stream()
                    .map(file -> file.getFileName().toString())
                    .anyMatch(name ->
                            !name.startsWith(".") && EVENT_FILE.matcher(name).matches());
        } catch (IOException e) {
            throw new TelemetryException(
                    Kind.UNREADABLE, Message.of(SourceReport.class, "folder.unreadable", root, Message.of(e)), e);
        }
    }

    /** A file's name for people, relative to what was asked for. */
    static String name(Path root, Path file) {
        return root.equals(file)
                ? file.getFileName().toString()
                : root.relativize(file).toString().replace('\\', '/');
    }
}
