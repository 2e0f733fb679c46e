/** Files that builds replace or share: replaced whole, and changed by one build at a time. */
@NullMarked
package io.github.sre4j.file;

import org.jspecify.annotations.NullMarked;
