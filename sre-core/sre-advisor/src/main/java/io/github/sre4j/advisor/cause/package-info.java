/**
 * Why an endpoint misses: causes read from unsampled metrics, confirmed and located by traces. Every statement is a {@link
 * io.github.sre4j.advisor.cause.Fact} that says what it rests on. Texts are masked.
 */
@NullMarked
package io.github.sre4j.advisor.cause;

import org.jspecify.annotations.NullMarked;
