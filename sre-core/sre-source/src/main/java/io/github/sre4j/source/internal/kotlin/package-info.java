/**
 * The reader of Kotlin files: tokens, declarations, statements and expressions, as far as {@code model} holds them.
 *
 * <p>The reader is lenient: text that no rule covers is skipped token by token, so that the rest of the file is still read.
 */
@NullMarked
package io.github.sre4j.source.internal.kotlin;

import org.jspecify.annotations.NullMarked;
