/**
 * The product's types and how they hang together: names to types, constants to texts, expressions to types, calls to methods, and what a method
 * reaches. All by names and declared types; nothing is compiled, and what a library does is unknown.
 */
@NullMarked
package io.github.sre4j.source.internal.program;

import org.jspecify.annotations.NullMarked;
