/** The baseline's file: one entry a line, so that branches merge without a hand. Stateless and thread-safe. */
@NullMarked
package io.github.sre4j.baseline.file;

import org.jspecify.annotations.NullMarked;
