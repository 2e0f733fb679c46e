/** Fuzz targets: each reads one kind of input that others make, and fails if anything but a sentence comes of it. */
@NullMarked
package io.github.sre4j.examples.fuzz;

import org.jspecify.annotations.NullMarked;
