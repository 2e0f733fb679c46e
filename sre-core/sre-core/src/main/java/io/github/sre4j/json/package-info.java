/** What all readers of our own JSON files share: bounds on what a file from outside may hold. Stateless and thread-safe. */
@NullMarked
package io.github.sre4j.json;

import org.jspecify.annotations.NullMarked;
