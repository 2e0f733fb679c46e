/** A service that records its requests and shows whether it meets the standard: nothing of sre4j stands in its code. */
@NullMarked
package io.github.sre4j.examples.embedded;

import org.jspecify.annotations.NullMarked;
