/** How long the index of a product's sources takes. */
@NullMarked
package io.github.sre4j.benchmarks.source;

import org.jspecify.annotations.NullMarked;
