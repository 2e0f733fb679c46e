package io.github.sre4j.telemetry.events;

import java.util.Arrays;

/**
 * Zero bytes behind the bytes to read. A zero byte belongs to no JSON text, so every search stops there by itself and none has to ask at each
 * step where the bytes end; and eight bytes can be read at once up to the last one.
 */
final class Padding {

    /** How many zero bytes there are. */
    static final int LENGTH = Long.BYTES;

    private Padding() {}

    /** Pads what stands before {@code to}. */
    static void after(byte[] bytes, int to) {
        Arrays.fill(bytes, to, to + LENGTH, (byte) 0);
    }
}
