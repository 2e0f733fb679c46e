package io.github.sre4j.history.file;

import io.github.sre4j.file.FileLock;
import io.github.sre4j.history.CheckSummary;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a check to a history that several builds share: reads and writes under a lock, removes the half of a line that a killed build has left, and counts
 * a service once a build.
 *
 * @param before what the history held before
 * @param added whether a line was added; not if this build has added one of the same service and standard already
 * @param repaired the number of the incomplete last line that was removed, from 1; 0 if none
 */
public record HistoryAppend(HistoryFile.Read before, boolean added, int repaired) {

    /**
     * Adds a check.
     *
     * @param file the history, which may be missing
     * @param check the check
     * @param build a name that all modules of one build share, or null if every check counts
     * @throws IOException if the file cannot be read or written; it is then as before
     */
    public static HistoryAppend to(Path file, CheckSummary check, @Nullable String build) throws IOException {
        return FileLock.during(file, channel -> append(channel, check, build));
    }

    private static HistoryAppend append(FileChannel channel, CheckSummary check, @Nullable String build)
            throws IOException {
        byte[] bytes = bytes(channel);
        int whole = endOfLastLine(bytes);
        String text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
        String rest = new String(bytes, whole, bytes.length - whole, StandardCharsets.UTF_8);
        boolean complete = HistoryFile.isSummary(rest);
        List<String> lines = (complete ? text + rest : text).lines().toList();
        HistoryFile.Read before = HistoryFile.read(lines, check.service(), check.standard());
        int repaired = complete || rest.isBlank() ? 0 : lines.size() + 1;
        boolean added = build == null || !HistoryFile.counts(lines, check, build);
        if (added) {
            String line = (complete ? "\n" : "") + HistoryFile.json(check, build) + "\n";
            write(channel, line, complete ? bytes.length : whole, bytes.length - whole, rest);
        } else if (repaired > 0) {
            channel.truncate(whole);
        }
        return new HistoryAppend(before, added, repaired);
    }

    /** Writes at a position; what was there is there again if that fails, such as on a full disk. */
    private static void write(FileChannel channel, String line, long position, int replaced, String rest)
            throws IOException {
        try {
            channel.truncate(position);
            writeFully(channel, line, position);
        } catch (IOException e) {
            channel.truncate(position);
            if (replaced > 0 && channel.size() < position + replaced) {
                writeFully(channel, rest, position);
            }
            throw e;
        }
    }

    private static void writeFully(FileChannel channel, String text, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private static byte[] bytes(FileChannel channel) throws IOException {
        if (channel.size() > HistoryFile.MAX_BYTES) {
            throw HistoryFile.tooLarge();
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.array();
    }

    private static int endOfLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
