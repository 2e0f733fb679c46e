/** A service of Spring Boot, and its load. */
@NullMarked
package io.github.sre4j.examples.prometheus;

import org.jspecify.annotations.NullMarked;
