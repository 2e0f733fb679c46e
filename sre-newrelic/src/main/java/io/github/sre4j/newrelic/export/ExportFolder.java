package io.github.sre4j.newrelic.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The folder of an export: hidden parts and a state while it goes on, event files when it is done. */
final class ExportFolder {

    static final String STATE = ".sre-export.state";
    static final String LOCK = ".sre-export.lock";
    static final String SUMMARY = "sre-export.txt";
    private static final String ENDING = ".ndjson.gz";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    ExportFolder(Path folder) {
        this.folder = folder;
    }

    Path file(String type) {
        return folder.resolve(type.replace(':', '_') + ENDING);
    }

    Path state() {
        return folder.resolve(STATE);
    }

    private Path part(String type) {
        return folder.resolve("." + type.replace(':', '_') + ENDING + ".part");
    }

    /** Event files in the folder that an export of these types would leave beside its own. */
    List<Path> strangers(List<String> types) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> own = types.stream().map(this::file).toList();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !own.contains(file))
                    .filter(file -> String.valueOf(file.getFileName())
                            .toLowerCase(Locale.ROOT)
                            .matches("[^.].*\\.(ndjson|jsonl|json)(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    /** The state of an interrupted export. */
    Optional<ExportState> read() throws IOException {
        return Files.isRegularFile(state())
                ? Optional.of(JSON.readValue(Files.readAllBytes(state()), ExportState.class))
                : Optional.empty();
    }

    void write(ExportState state) throws IOException {
        Path next = folder.resolve(STATE + ".next");
        Files.write(next, JSON.writeValueAsBytes(state));
        ownerOnly(next);
        move(next, state());
    }

    void create() throws IOException {
        Files.createDirectories(folder);
    }

    /**
     * Whether the part still holds what the state says; cuts off what came after it.
     *
     * @param done whether the type is whole, so that its file may have got its name already
     */
    boolean goesOn(TypeProgress progress, boolean done) throws IOException {
        Path part = part(progress.type());
        if (Files.isRegularFile(part) && Files.size(part) >= progress.bytes()) {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.truncate(progress.bytes());
            }
            return true;
        }
        Path named = file(progress.type());
        return done && !Files.exists(part) && Files.isRegularFile(named) && Files.size(named) == progress.bytes();
    }

    void begin(String type) throws IOException {
        Files.write(part(type), new byte[0]);
    }

    /**
     * Adds rows to a part as a gzip member of their own, so that what was written before is whole whatever happens.
     *
     * @return the length of the part
     */
    long append(String type, List<Map<String, @Nullable Object>> rows) throws IOException {
        Path part = part(type);
        try (OutputStream file = Files.newOutputStream(part, StandardOpenOption.APPEND);
                OutputStream packed = new GZIPOutputStream(file, 1 << 16)) {
            for (Map<String, @Nullable Object> row : rows) {
                packed.write(line(type, row));
            }
        }
        return Files.size(part);
    }

    /** The event type comes first and wins over whatever the event has under {@code type}. */
    private static byte[] line(String type, Map<String, @Nullable Object> row) throws JsonProcessingException {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("eventType", type);
        row.forEach(event::putIfAbsent);
        return (JSON.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Gives the files their names, the summary last, and forgets the state. */
    void publish(List<String> types, String summary) throws IOException {
        for (String type : types) {
            if (Files.exists(part(type))) {
                move(part(type), file(type));
            }
        }
        Path next = folder.resolve("." + SUMMARY + ".part");
        Files.writeString(next, summary);
        move(next, folder.resolve(SUMMARY));
        Files.deleteIfExists(state());
    }

    /**
     * Keeps other exports out of the folder until it is closed.
     *
     * @return empty if another export is in it
     */
    Optional<Closeable> lock() throws IOException {
        Path file = folder.resolve(LOCK);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(() -> {
                    Files.deleteIfExists(file);
                    channel.close();
                });
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this build has it.
        }
        channel.close();
        return Optional.empty();
    }

    /** Who has the salt can look placeholders up. */
    private static void ownerOnly(Path file) throws IOException {
        PosixFileAttributeView permissions = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (permissions != null) {
            permissions.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
