package io.github.sre4j.recorder.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of a file, and whether the last one was finished. What is longer than a line can be is cut: it is no record then. Not thread-safe. */
final class LogLines {

    private final InputStream in;
    private final int longest;
    private long number;
    private boolean complete;

    LogLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end; null after the last. */
    @Nullable
    String next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        number++;
        complete = false;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int next = first; next >= 0; next = in.read()) {
            if (next == '\n') {
                complete = true;
                break;
            }
            if (line.size() < longest && next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Whether the line last read had an end. */
    boolean complete() {
        return complete;
    }

    /** The number of the line last read, from 1. */
    long number() {
        return number;
    }
}
