/**
 * Takes personal data and secrets out of text that is written or sent: query strings, e-mail addresses, logins in addresses, tokens and keys,
 * IP addresses, card and telephone numbers; for texts that people read, long ids, too. Start with {@link io.github.sre4j.text.mask.Masker}.
 *
 * <p>What is found is replaced by a placeholder such as {@code [email:5d41402abc4b]}. Within one masker the same value always gets the same
 * placeholder, so that masked text can still be grouped and joined; the placeholder is made with a secret salt, so that nobody can find the
 * value by masking a list of candidates.
 *
 * <p>Patterns recognise what has a form. A name or a street in free text has none and stays.
 *
 * <p>Depends on nothing but the JDK. Everything is immutable and safe to share between threads. Cost: a few microseconds for a short text; it grows
 * linearly with the text.
 */
@NullMarked
package io.github.sre4j.text.mask;

import org.jspecify.annotations.NullMarked;
