/** The history's file: one JSON object a line, only ever appended to. Stateless and thread-safe. */
@NullMarked
package io.github.sre4j.history.file;

import org.jspecify.annotations.NullMarked;
