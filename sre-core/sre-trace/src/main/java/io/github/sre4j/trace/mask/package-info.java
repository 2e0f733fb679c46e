/**
 * Takes secrets and people's data out of a trace before anything is written or sent: values in SQL, tokens and keys, JSON web
 * tokens, e-mail addresses, card numbers, IP addresses, telephone numbers, long ids.
 *
 * <p>The same value becomes the same placeholder within one trace ({@code [email-1]}), so a reader still sees that two lines speak of
 * one thing. Placeholders are counted in the order of the trace, which does not depend on the order of input. What a pattern cannot
 * know, such as a person's name in a sentence, stays.
 *
 * <p>Cost: linear in the texts; each distinct text is looked at once. Threads: a masker belongs to one trace and one thread.
 */
@NullMarked
package io.github.sre4j.trace.mask;

import org.jspecify.annotations.NullMarked;
