package io.github.sre4j.source.scan;

import io.github.sre4j.source.internal.model.FileFacts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What was read of files that have not changed since: same path, same size, same time of change. A cache of another version, of another Java, or a damaged
 * one is no cache: everything is read anew.
 */
final class FactsCache {

    /** Rises with every change of the facts or of how they are read. */
    private static final String VERSION = "sre4j-sources-2";

    private final Path file;

    FactsCache(Path file) {
        this.file = file;
    }

    /**
     * An entry.
     *
     * @param size of the file in bytes
     * @param modified time of change in milliseconds
     * @param facts what was read, or null where the text alone told that the file does not matter
     */
    record Entry(long size, long modified, @Nullable FileFacts facts) {}

    /** The entries by path; empty where there is no cache that can be used. */
    Map<String, Entry> load() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            ByteBuffer in = ByteBuffer.wrap(bytes);
            byte[] stamp = stamp();
            if (bytes.length < stamp.length + Long.BYTES
                    || !ByteBuffer.wrap(bytes, 0, stamp.length).equals(ByteBuffer.wrap(stamp))) {
                return Map.of();
            }
            CRC32 sum = new CRC32();
            sum.update(bytes, 0, bytes.length - Long.BYTES);
            if (in.getLong(bytes.length - Long.BYTES) != sum.getValue()) {
                return Map.of();
            }
            in.position(stamp.length);
            FactsReader reader = new FactsReader(in);
            return reader.guarded(() -> {
                int count = reader.number();
                Map<String, Entry> entries = new HashMap<>();
                for (int i = 0; i < count; i++) {
                    String path = reader.text();
                    long size = in.getLong();
                    long modified = in.getLong();
                    entries.put(path, new Entry(size, modified, in.get() == 0 ? null : reader.file()));
                }
                return entries;
            });
        } catch (IOException e) {
            return Map.of();
        }
    }

    /** Writes the entries; a cache that cannot be written costs time, not correctness. */
    void save(Map<String, Entry> entries) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path fresh = Files.createTempFile(folder, "sources", ".tmp");
            try {
                Files.write(fresh, bytes(entries));
                move(fresh);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            // The next run reads the sources again.
        }
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static byte[] bytes(Map<String, Entry> entries) {
        FactsWriter writer = new FactsWriter();
        writer.raw(stamp());
        writer.number(entries.size());
        for (Map.Entry<String, Entry> each : new TreeMap<>(entries).entrySet()) {
            writer.text(each.getKey());
            writer.fixed(each.getValue().size());
            writer.fixed(each.getValue().modified());
            FileFacts facts = each.getValue().facts();
            writer.one(facts == null ? 0 : 1);
            if (facts != null) {
                writer.file(facts);
            }
        }
        byte[] written = writer.written();
        CRC32 sum = new CRC32();
        sum.update(written);
        writer.fixed(sum.getValue());
        return writer.written();
    }

    private static byte[] stamp() {
        return (VERSION + " java " + Runtime.version().feature() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
