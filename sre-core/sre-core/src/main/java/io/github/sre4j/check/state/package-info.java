/** What checks keep between builds: the last result, the history, pending fixes. */
@NullMarked
package io.github.sre4j.check.state;

import org.jspecify.annotations.NullMarked;
