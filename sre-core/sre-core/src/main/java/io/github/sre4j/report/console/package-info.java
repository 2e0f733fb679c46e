/**
 * The report in a terminal: what a developer reads in five seconds.
 *
 * <p>Lines come with levels and with what their parts mean; whoever prints them decides about logs and colours. A line takes at most 90 columns,
 * full-width characters counted twice, so that it fits 100 beside what a build tool puts before it.
 */
@NullMarked
package io.github.sre4j.report.console;

import org.jspecify.annotations.NullMarked;
