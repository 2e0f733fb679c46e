/**
 * Where things live in the product's own source code: the words for it, and the {@link io.github.sre4j.code.SourceIndex} that answers.
 *
 * <p>The core asks; who has the sources at hand (the Maven plugin) answers. Every answer carries how it was found and how sure it is; ties
 * are shown, never hidden.
 */
@NullMarked
package io.github.sre4j.code;

import org.jspecify.annotations.NullMarked;
