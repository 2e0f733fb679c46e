package io.github.sre4j.advisor.cause;

import java.util.List;
import java.util.Objects;

/**
 * One statement about a cause, in no language yet.
 *
 * @param basis what it rests on
 * @param key which statement, by the id of its text
 * @param values what it says: {@link String} (masked, but untrusted as markup), {@link Long}, {@link java.time.Duration}, {@link
 *     java.time.Instant}, {@link Share} or {@link Times}
 */
public record Fact(Basis basis, String key, List<Object> values) {

    /** A part of a whole. */
    public record Share(double ratio) {}

    /** How often, on average. */
    public record Times(double number) {}

    /** Copies the list. */
    public Fact {
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(key, "key");
        values = List.copyOf(values);
    }

    /** A statement. */
    public static Fact of(Basis basis, String key, Object... values) {
        return new Fact(basis, key, List.of(values));
    }
}
