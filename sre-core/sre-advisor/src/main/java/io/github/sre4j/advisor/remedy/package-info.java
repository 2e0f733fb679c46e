/**
 * What to change: a catalogue of remedies, one small type each, filled with the names found in the product's source. A sketch is made of the
 * present code where it is at hand; no method or class is invented.
 */
@NullMarked
package io.github.sre4j.advisor.remedy;

import org.jspecify.annotations.NullMarked;
