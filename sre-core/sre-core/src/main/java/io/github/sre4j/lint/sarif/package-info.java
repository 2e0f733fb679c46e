/** Findings as SARIF 2.1.0, which code hosts show beside the lines. Stateless and thread-safe. */
@NullMarked
package io.github.sre4j.lint.sarif;

import org.jspecify.annotations.NullMarked;
