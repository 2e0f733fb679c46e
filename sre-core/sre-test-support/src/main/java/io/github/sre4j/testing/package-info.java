/** What the tests of several modules share. */
@NullMarked
package io.github.sre4j.testing;

import org.jspecify.annotations.NullMarked;
