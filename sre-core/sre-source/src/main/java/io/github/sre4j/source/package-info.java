/**
 * The product's own source code as {@link io.github.sre4j.code.SourceIndex}: {@link io.github.sre4j.source.ProductSources} reads it once, the sub-packages
 * know one concept each.
 */
@NullMarked
package io.github.sre4j.source;

import org.jspecify.annotations.NullMarked;
