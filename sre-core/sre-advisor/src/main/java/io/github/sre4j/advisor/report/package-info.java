/**
 * Improvement candidates as people and tools read them: as a part of the check report, as lines on the console, as Markdown and as SARIF.
 *
 * <p>Renderers compute nothing. Stateless or immutable, and thread-safe.
 */
@NullMarked
package io.github.sre4j.advisor.report;

import org.jspecify.annotations.NullMarked;
