/**
 * The report in a terminal: what a developer reads in five seconds.
 *
 * <p>Lines come with levels and styles; whoever prints them decides about logs and colours. Lines fit 100 columns where names allow it.
 */
@NullMarked
package io.github.sre4j.report.console;

import org.jspecify.annotations.NullMarked;
