package io.github.sre4j.trace.read;

import java.io.IOException;
import java.io.Reader;

/** A text, then what another reader holds. */
final class JoinedReader extends Reader {

    private final String first;
    private final Reader rest;
    private int read;

    JoinedReader(String first, Reader rest) {
        this.first = first;
        this.rest = rest;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (read == first.length()) {
            return rest.read(into, offset, length);
        }
        int count = Math.min(length, first.length() - read);
        first.getChars(read, read + count, into, offset);
        read += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }
}
