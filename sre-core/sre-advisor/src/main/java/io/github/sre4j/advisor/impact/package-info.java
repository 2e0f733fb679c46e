/**
 * What a fix gives back: seconds users wait beyond the standard, and requests that become good. Immutable values and pure functions.
 *
 * <p>With threshold {@code T}, requests {@code r} of duration {@code d} and weight {@code w} (requests that really happened, per one that left an
 * event), and a fix that takes {@code save} from a request: {@code impact = Σ w·[max(0, d − T) − max(0, d − save − T)]}.
 */
@NullMarked
package io.github.sre4j.advisor.impact;

import org.jspecify.annotations.NullMarked;
