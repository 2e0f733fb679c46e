/**
 * The same threshold before a release as in production: what a load or integration test recorded, held against the standard. Works with any test
 * framework that takes an {@link java.lang.AssertionError} for a failure, as JUnit does; needs none on the class path.
 */
@NullMarked
package io.github.sre4j.adapter.junit;

import org.jspecify.annotations.NullMarked;
