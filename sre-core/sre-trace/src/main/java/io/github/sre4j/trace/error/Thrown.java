package io.github.sre4j.trace.error;

import io.github.sre4j.trace.CodeLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exception of a stack trace.
 *
 * @param errorClass its class, or null if the text starts with frames
 * @param message its message, or null
 * @param frames innermost call first
 */
record Thrown(@Nullable String errorClass, @Nullable String message, List<CodeLocation> frames) {}
