package io.github.sre4j.trace.story;

import io.github.sre4j.trace.place.SourcePlace;
import java.util.List;

/** A value inside a line, which a renderer writes in its language and escapes for its place. */
public sealed interface Arg {

    /**
     * A span of time.
     *
     * @param nanos how long
     */
    record Time(long nanos) implements Arg {}

    /**
     * A number of things.
     *
     * @param count how many
     */
    record Count(long count) implements Arg {}

    /**
     * A part of a whole.
     *
     * @param ratio from 0 to 1
     */
    record Share(double ratio) implements Arg {}

    /**
     * A number without unit or grouping, such as an HTTP status.
     *
     * @param value the number
     */
    record Plain(long value) implements Arg {}

    /**
     * A name from telemetry: masked, untrusted, shown as code.
     *
     * @param text the name
     */
    record Name(String text) implements Arg {}

    /**
     * A sentence from telemetry: masked, untrusted, shown as a quotation.
     *
     * @param text the sentence
     */
    record Words(String text) implements Arg {}

    /**
     * A moment.
     *
     * @param epochNanos nanoseconds since the epoch
     */
    record Moment(long epochNanos) implements Arg {}

    /**
     * Words of ours.
     *
     * @param key in the bundle, a text without arguments
     */
    record Label(String key) implements Arg {}

    /**
     * A place in source code.
     *
     * @param place the place; its names come from a change under review, and are untrusted
     */
    record Source(SourcePlace place) implements Arg {}

    /**
     * Several values.
     *
     * @param items in the order in which they are read
     */
    record Items(List<Arg> items) implements Arg {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A share of time spent on something: {@code database 120 ms (28 %)}.
     *
     * @param key of a text in the bundle that takes the values
     * @param values its arguments
     */
    record Phrase(String key, List<Arg> values) implements Arg {
        /** Copies the list. */
        public Phrase {
            values = List.copyOf(values);
        }
    }
}
