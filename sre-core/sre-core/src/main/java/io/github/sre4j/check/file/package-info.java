/** The files of a check: the standard, the product's own, the baseline, and the reports it writes. */
@NullMarked
package io.github.sre4j.check.file;

import org.jspecify.annotations.NullMarked;
