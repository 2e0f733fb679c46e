/**
 * The report as JUnit XML, which CI servers show as tests: one case for each SLI of each endpoint.
 *
 * <p>A miss is a failed test only in a build that fails for it; where the build merely observes it is a skipped one with its message, since a
 * green build with red tests confuses. Undecided, waived and without data are skipped, with the reason.
 */
@NullMarked
package io.github.sre4j.report.junit;

import org.jspecify.annotations.NullMarked;
