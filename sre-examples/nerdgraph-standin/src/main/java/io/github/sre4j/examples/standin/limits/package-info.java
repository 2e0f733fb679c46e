/** The limits New Relic sets to those who ask: requests at once, queries a minute, the same query a minute. Safe for threads. */
@NullMarked
package io.github.sre4j.examples.standin.limits;

import org.jspecify.annotations.NullMarked;
