/** The report as Markdown, for a comment on a pull request: short enough for GitHub, untrusted text escaped. */
@NullMarked
package io.github.sre4j.report.markdown;

import org.jspecify.annotations.NullMarked;
