/** The product's configuration files: values for placeholders. */
@NullMarked
package io.github.sre4j.source.internal.config;

import org.jspecify.annotations.NullMarked;
