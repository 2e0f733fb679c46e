/**
 * Writes the events of a window from New Relic as event files, so that a check can be replayed offline and attached to a bug report.
 *
 * <p>New Relic returns at most 5,000 rows to a query and does not say that there are more. So every query for rows goes together with one that counts
 * them, the window is cut into slices that fit, and what does not fit even in a millisecond is said. Cost: one round trip for about 4,000 events,
 * memory for one such slice. Times are in milliseconds as NRDB stores them.
 *
 * <p>Files appear under their names when all of them are whole. Until then the folder holds hidden part files and a state from which a later
 * export with the same settings goes on. Types are for one thread at a time.
 */
@NullMarked
package io.github.sre4j.newrelic.export;

import org.jspecify.annotations.NullMarked;
