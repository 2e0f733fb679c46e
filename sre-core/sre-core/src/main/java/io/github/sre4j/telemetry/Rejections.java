package io.github.sre4j.telemetry;

import io.github.sre4j.text.Message;
import java.util.List;

/**
 * Lines or rows that could not be used. All are counted, the first ones are named.
 *
 * @param total how many there were
 * @param named the first of each reason, in the order they were met
 */
public record Rejections(long total, List<Rejection> named) {

    /** Nothing was rejected. */
    public static final Rejections NONE = new Rejections(0, List.of());

    /** Copies the list. */
    public Rejections {
        named = List.copyOf(named);
    }

    /**
     * One unusable line.
     *
     * @param where the file, or whatever the source calls its parts
     * @param line the line or row, from 1
     * @param why what is wrong with it, for people
     */
    public record Rejection(String where, long line, Message why) {}
}
