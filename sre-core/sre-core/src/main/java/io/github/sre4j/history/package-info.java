/**
 * How a product came to where it is: one summary a check, and the trend of them. Values are immutable and safe to share between threads.
 */
@NullMarked
package io.github.sre4j.history;

import org.jspecify.annotations.NullMarked;
