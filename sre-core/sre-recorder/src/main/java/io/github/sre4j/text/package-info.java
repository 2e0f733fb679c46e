/**
 * Words for people: message bundles (English and Japanese), numbers and durations in the units people use, column layout in terminals, and
 * escaping of untrusted text for the place it goes to.
 *
 * <p>Depends on nothing but the JDK. Everything is immutable and safe to share between threads.
 */
@NullMarked
package io.github.sre4j.text;

import org.jspecify.annotations.NullMarked;
