/**
 * The one immutable value that everything people and tools read is made from, and its renderers.
 *
 * <p>A renderer computes nothing and decides nothing: it lays out a {@link io.github.sre4j.report.ServiceLevelReport}. Text from telemetry
 * is escaped for the place it goes to.
 */
@NullMarked
package io.github.sre4j.report;

import org.jspecify.annotations.NullMarked;
