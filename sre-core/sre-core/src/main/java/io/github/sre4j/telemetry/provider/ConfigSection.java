package io.github.sre4j.telemetry.provider;

import io.github.sre4j.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One mapping of a configuration file, read strictly. A wrong value becomes a problem with its file, line and column, and reads as absent, so that
 * one reading finds all problems. Not thread-safe.
 */
public interface ConfigSection {

    /** Reports every key that is not one of these, with the allowed ones and the likely meant one. */
    void allowOnly(String... keys);

    /** Returns the text of a scalar, as written; empty if the key is missing or its value is no scalar. */
    Optional<String> text(String key);

    /**
     * Returns a scalar that a function reads.
     *
     * @param key the key
     * @param parser reads the text; what an {@link IllegalArgumentException} of it says becomes the problem
     * @param <T> the value's type
     */
    <T> Optional<T> parsed(String key, Function<String, T> parser);

    /**
     * Returns a scalar that must be present.
     *
     * @param key the key
     * @param hint what to write, for the problem if the key is missing
     * @param parser reads the text
     * @param <T> the value's type
     */
    <T> Optional<T> requiredParsed(String key, Message hint, Function<String, T> parser);

    /**
     * Returns a list of scalars; one scalar counts as a list of one.
     *
     * @param key the key
     * @param parser reads each text
     * @param <T> the values' type
     */
    <T> List<T> listOf(String key, Function<String, T> parser);

    /** Returns the mapping under a key; empty if the key is missing. */
    Optional<? extends ConfigSection> section(String key);

    /** Reports a problem with a key's value, or with the section if the key is missing. */
    void problem(String key, Message message);
}
