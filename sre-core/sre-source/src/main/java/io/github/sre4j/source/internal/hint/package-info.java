/** Rules about the code itself: what is known to cost time when many rows, calls or users come. */
@NullMarked
package io.github.sre4j.source.internal.hint;

import org.jspecify.annotations.NullMarked;
