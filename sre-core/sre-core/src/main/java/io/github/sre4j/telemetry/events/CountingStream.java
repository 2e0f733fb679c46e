package io.github.sre4j.telemetry.events;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how many bytes were read from the file itself, before they are decompressed. */
final class CountingStream extends FilterInputStream {

    private final LineReader.Advance advance;

    CountingStream(InputStream in, LineReader.Advance advance) {
        super(in);
        this.advance = advance;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            advance.bytes(1);
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            advance.bytes(count);
        }
        return count;
    }
}
