/**
 * The product's own source code as {@link io.github.sre4j.code.SourceIndex}: {@link io.github.sre4j.maven.source.ProductSources} reads it once, the sub-packages
 * know one concept each.
 */
@NullMarked
package io.github.sre4j.maven.source;

import org.jspecify.annotations.NullMarked;
