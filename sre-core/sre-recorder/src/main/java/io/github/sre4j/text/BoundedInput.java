package io.github.sre4j.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Streams of files that others made, with an end: a file that decompresses to far more than files of its kind do, or a line longer than memory should hold,
 * fails with a sentence instead of filling the heap or the day.
 */
public final class BoundedInput {

    /** Longest line in bytes. The largest answer of New Relic that is kept on one line has a tenth of it. */
    public static final int MAX_LINE_BYTES = 64 << 20;

    /** Decompressed bytes that no ratio is asked of. */
    private static final long FREE_BYTES = 1L << 30;

    /** Rows of one request repeated without end compress by less than half of it. */
    private static final long MAX_RATIO = 500;

    private static final int BUFFER = 1 << 16;

    private BoundedInput() {}

    /**
     * Returns the decompressed content of a gzip stream. Reading fails once there are more than 1 GB of it and more than 500 times its compressed size.
     *
     * @param compressed the stream, which the returned one closes
     * @throws IOException if it is no gzip stream
     */
    public static InputStream gunzip(InputStream compressed) throws IOException {
        return gunzip(compressed, FREE_BYTES);
    }

    static InputStream gunzip(InputStream compressed, long freeBytes) throws IOException {
        Counting source = new Counting(compressed);
        return new Counting(new GZIPInputStream(source, BUFFER)) {
            @Override
            void counted() throws IOException {
                if (count > freeBytes && count / MAX_RATIO > source.count) {
                    throw new LocalizedIOException(Message.of(
                            BoundedInput.class,
                            "input.inflated",
                            Long.toString(MAX_RATIO),
                            Long.toString(Math.max(1, freeBytes >> 20))));
                }
            }
        };
    }

    /**
     * Returns the same bytes. Reading fails within a line longer than {@value #MAX_LINE_BYTES} bytes.
     *
     * @param in the stream, which the returned one closes
     */
    public static InputStream withBoundedLines(InputStream in) {
        return new Lines(in, MAX_LINE_BYTES);
    }

    /** Returns the failure of a line that is too long. */
    public static IOException lineTooLong(long number) {
        return new LocalizedIOException(
                Message.of(BoundedInput.class, "input.line-too-long", Long.toString(number), MAX_LINE_BYTES >> 20));
    }

    /** Counts what is read. */
    private static class Counting extends FilterInputStream {

        long count;

        Counting(InputStream in) {
            super(in);
        }

        /** Looks at the new count. */
        void counted() throws IOException {}

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                count++;
                counted();
            }
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read > 0) {
                count += read;
                counted();
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    static final class Lines extends FilterInputStream {

        private final long maxBytes;
        private long line = 1;
        private long length;

        Lines(InputStream in, long maxBytes) {
            super(in);
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            int read = super.read(bytes, offset, count);
            for (int i = offset; i < offset + read; i++) {
                if (bytes[i] == '\n') {
                    line++;
                    length = 0;
                } else if (++length > maxBytes) {
                    throw lineTooLong(line);
                }
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
