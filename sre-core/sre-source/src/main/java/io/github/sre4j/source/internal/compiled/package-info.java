/** What compiled classes tell that sources do not: constants of generated code, and annotations whose constants lie in libraries. */
@NullMarked
package io.github.sre4j.source.internal.compiled;

import org.jspecify.annotations.NullMarked;
