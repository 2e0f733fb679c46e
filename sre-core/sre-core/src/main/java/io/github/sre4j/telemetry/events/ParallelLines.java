package io.github.sre4j.telemetry.events;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Reads one plain file in as many parts as there are threads, after a short lead. A line belongs to the part in which it begins, so the
 * outcome does not depend on where the parts are cut; line numbers of later parts are set right when the parts are merged in order.
 */
final class ParallelLines {

    /** Below this size threads cost more than they bring. */
    static final long PART = 8L << 20;

    /**
     * So much is read by one thread before the others begin. Meanwhile the JIT compiler has a processor for itself; from the start, more
     * threads would keep it from making them fast.
     */
    private static final long LEAD = 32L << 20;

    private static final int LEADS_PER_FILE = 8;

    private final EventFile file;
    private final long size;
    private final int parts;
    private final Supplier<RowCollector> collectors;

    ParallelLines(EventFile file, long size, int threads, Supplier<RowCollector> collectors) {
        this.file = file;
        this.size = size;
        this.parts = (int) Math.max(1, Math.min(threads, size / PART));
        this.collectors = collectors;
    }

    private record Part(RowCollector collector, long lines) {}

    void read(RowCollector into, LineReader.Advance advance) throws IOException {
        Object turn = new Object();
        LineReader.Advance oneAtATime = bytes -> {
            synchronized (turn) {
                advance.bytes(bytes);
            }
        };
        ExecutorService pool = Executors.newFixedThreadPool(parts, work -> {
            Thread thread = new Thread(work, "sre4j-event-reader");
            thread.setDaemon(true);
            return thread;
        });
        try {
            long lead = Math.min(LEAD, size / LEADS_PER_FILE);
            long linesBefore = read(0, lead, into, advance);
            long step = (size - lead) / parts;
            List<Future<Part>> running = new ArrayList<>();
            for (int i = 0; i < parts; i++) {
                long from = lead + step * i;
                long to = i == parts - 1 ? size : from + step;
                running.add(pool.submit(() -> {
                    RowCollector collector = collectors.get();
                    return new Part(collector, read(from, to, collector, oneAtATime));
                }));
            }
            for (Future<Part> future : running) {
                Part part = future.get();
                into.merge(part.collector(), linesBefore);
                linesBefore += part.lines();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Reads the lines that begin between two positions; answers how many there were. */
    private long read(long from, long to, RowCollector collector, LineReader.Advance advance) throws IOException {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            long begin = from == 0 ? 0 : lineStartAtOrAfter(channel, from);
            long end = to == size ? size : lineStartAtOrAfter(channel, to);
            channel.position(begin);
            return begin >= end ? 0 : new LineReader().read(file, new Slice(channel, end - begin), collector, advance);
        }
    }

    /** The first byte at or after a position that begins a line: one that follows a line feed. */
    private long lineStartAtOrAfter(FileChannel channel, long position) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(1 << 16);
        long at = position - 1;
        while (at < size) {
            block.clear();
            int count = channel.read(block, at);
            if (count < 0) {
                break;
            }
            int newline = ByteSearch.newline(block.array(), 0, count);
            if (newline >= 0) {
                return at + newline + 1;
            }
            at += count;
        }
        return size;
    }

    /** So many bytes of a channel from where it stands. */
    private static final class Slice extends InputStream {

        private final FileChannel channel;
        private long left;

        Slice(FileChannel channel, long length) {
            this.channel = channel;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = channel.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)));
            left -= Math.max(count, 0);
            return count;
        }
    }
}
