/**
 * What was read from source files, as far as the index asks for it: types, fields, methods, and in their bodies calls, loops, locals and texts.
 *
 * <p>Names stand as the source writes them; {@code program} resolves them. Everything is immutable and can be kept in the cache.
 */
@NullMarked
package io.github.sre4j.source.internal.model;

import org.jspecify.annotations.NullMarked;
