/**
 * The source code of a product as {@link io.github.sre4j.code.SourceIndex}: where an endpoint, a query or an exception is in it.
 *
 * <pre>{@code
 * SourceIndex index = ProductSources.read(layout, Path.of("target/sre/cache"), null).index();
 * List<SourceLocation> handlers = index.handlers(endpoint);     // best first
 * }</pre>
 *
 * <p>{@link io.github.sre4j.source.ProductSources} is the front door and reads the source once; each sub-package knows one concept.
 */
@NullMarked
package io.github.sre4j.source;

import org.jspecify.annotations.NullMarked;
