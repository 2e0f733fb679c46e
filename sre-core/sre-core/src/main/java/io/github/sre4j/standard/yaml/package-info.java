/**
 * Reads the standard and {@code sre.yaml}, strictly: whatever is not understood is an error that names file, line, column, key and what is
 * allowed. All problems of a file are reported together.
 *
 * <p>Only this package needs a YAML parser (snakeyaml-engine, an optional dependency). Stateless and thread-safe.
 */
@NullMarked
package io.github.sre4j.standard.yaml;

import org.jspecify.annotations.NullMarked;
