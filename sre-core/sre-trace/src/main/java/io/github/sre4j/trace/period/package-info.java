/**
 * A period against a reference: what requests did otherwise, and what most likely caused it. {@link io.github.sre4j.trace.period.PeriodComparator} is the
 * front door.
 *
 * <p>Each request becomes a sequence of events (log lines, calls, errors) per executed operation. Events and times are compared with executions of the same
 * call path in the reference. The first deviation in time of each request names a suspect; suspects are ranked by how surprising the deviation is.
 */
@NullMarked
package io.github.sre4j.trace.period;

import org.jspecify.annotations.NullMarked;
