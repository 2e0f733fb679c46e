/** The product's configuration files: values for placeholders. */
@NullMarked
package io.github.sre4j.source.config;

import org.jspecify.annotations.NullMarked;
