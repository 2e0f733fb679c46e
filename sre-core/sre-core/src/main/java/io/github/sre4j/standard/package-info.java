/**
 * The standard of an organisation and what a product says about itself.
 *
 * <p>A {@link io.github.sre4j.standard.Standard} holds a few endpoint classes, each with thresholds; a {@link
 * io.github.sre4j.standard.Product} names the service and its waivers. Both are immutable values, safe to share between threads.
 * {@code io.github.sre4j.standard.yaml} reads them from YAML, strictly; {@link io.github.sre4j.standard.DefaultStandard} needs no file.
 */
@NullMarked
package io.github.sre4j.standard;

import org.jspecify.annotations.NullMarked;
