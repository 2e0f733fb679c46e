/** The repository the sources lie in, read from its files without running git, and links to lines of code at its host. */
@NullMarked
package io.github.sre4j.source.git;

import org.jspecify.annotations.NullMarked;
