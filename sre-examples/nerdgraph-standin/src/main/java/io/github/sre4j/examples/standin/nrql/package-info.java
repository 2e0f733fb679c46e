/**
 * NRQL as a language: lexer, recursive-descent parser, immutable syntax tree, printer.
 *
 * <p>Knows nothing of data. Parsing is linear in the length of the text; nesting is limited to
 * {@value io.github.sre4j.examples.standin.nrql.NrqlParser#MAX_DEPTH} levels. All types are immutable and safe for threads.
 */
@NullMarked
package io.github.sre4j.examples.standin.nrql;

import org.jspecify.annotations.NullMarked;
