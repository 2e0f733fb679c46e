package io.github.sre4j.telemetry.events;

import io.github.sre4j.text.BoundedInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream of bytes into lines and hands them to a collector. Memory grows only with the longest line, which has a limit. */
final class LineReader {

    /** Small enough to stay in a processor's cache between being filled and being read. */
    private static final int BUFFER = 1 << 18;

    private byte[] buffer = new byte[BUFFER + Padding.LENGTH];
    private int filled;
    private long lines;

    /** Called after each block of bytes. */
    @FunctionalInterface
    interface Advance {
        void bytes(long count);
    }

    /** Reads to the end of the stream; answers how many lines there were. */
    long read(EventFile file, InputStream in, RowCollector collector, Advance advance) throws IOException {
        while (true) {
            if (filled == room()) {
                if (filled >= BoundedInput.MAX_LINE_BYTES) {
                    throw BoundedInput.lineTooLong(lines + 1);
                }
                buffer = Arrays.copyOf(buffer, room() * 2 + Padding.LENGTH);
            }
            int count = in.read(buffer, filled, room() - filled);
            if (count < 0) {
                break;
            }
            int searchFrom = filled;
            filled += count;
            advance.bytes(count);
            Padding.after(buffer, filled);
            wholeLines(file, collector, searchFrom);
        }
        if (filled > 0) {
            collector.line(file, buffer, 0, filled, ++lines);
        }
        return lines;
    }

    /** How many bytes the buffer holds, beside its padding. */
    private int room() {
        return buffer.length - Padding.LENGTH;
    }

    private void wholeLines(EventFile file, RowCollector collector, int searchFrom) {
        int from = 0;
        int search = searchFrom;
        while (from < filled) {
            int next = collector.plainLine(file, buffer, from, filled);
            if (next < 0) {
                int newline = ByteSearch.newline(buffer, search, filled);
                if (newline < 0) {
                    break;
                }
                collector.line(file, buffer, from, newline, lines + 1);
                next = newline + 1;
            }
            lines++;
            from = next;
            search = next;
        }
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            filled -= from;
        }
    }
}
