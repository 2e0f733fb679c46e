package io.github.sre4j.trace;

import org.jspecify.annotations.Nullable;

/**
 * A place in source code.
 *
 * @param className fully qualified, never null
 * @param method the method, or null if unknown
 * @param file the file's name, or null if unknown
 * @param line the line from 1, or 0 if unknown
 */
public record CodeLocation(
        String className, @Nullable String method, @Nullable String file, int line) {}
