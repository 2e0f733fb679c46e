package io.github.sre4j.telemetry.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Reads a stream a few blocks ahead on a thread of its own, so that one processor decompresses while another reads rows. What the stream throws
 * is thrown where its bytes would have come. Not thread-safe; closing it waits for its thread.
 */
final class ReadAhead extends InputStream {

    private static final int BLOCK = 1 << 18;
    private static final int BLOCKS = 3;

    private final InputStream in;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "sre4j-read-ahead");
        made.setDaemon(true);
        return made;
    });
    private final Queue<Future<Block>> coming = new ArrayDeque<>();
    private Block current = new Block();
    private int at;

    ReadAhead(InputStream in) {
        this.in = in;
        for (int i = 1; i < BLOCKS; i++) {
            fill(new Block());
        }
    }

    /** Bytes of the stream; none at its end. Belongs to one thread at a time: it goes there by a task and comes back by its future. */
    private static final class Block {

        private final byte[] bytes = new byte[BLOCK];
        private int length;

        Block filledFrom(InputStream in) throws IOException {
            length = in.readNBytes(bytes, 0, bytes.length);
            return this;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == current.length) {
            fill(current);
            current = next();
            at = 0;
        }
        if (current.length == 0) {
            return -1;
        }
        int count = Math.min(length, current.length - at);
        System.arraycopy(current.bytes, at, bytes, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        try {
            while (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                // It is inside one read of a file, which ends by itself.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        in.close();
    }

    private void fill(Block block) {
        coming.add(thread.submit(() -> block.filledFrom(in)));
    }

    private Block next() throws IOException {
        try {
            return coming.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        }
    }
}
