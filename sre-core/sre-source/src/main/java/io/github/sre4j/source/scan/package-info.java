/** From files to facts: which files may matter, how Java and Kotlin are read, and the cache of what was read. */
@NullMarked
package io.github.sre4j.source.scan;

import org.jspecify.annotations.NullMarked;
