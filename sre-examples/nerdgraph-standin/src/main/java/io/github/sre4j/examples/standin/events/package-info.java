/**
 * The events that are asked about: read from files or received, kept in an embedded DuckDB, one table an event type.
 *
 * <p>An attribute that is a number in one event and text in another gets a column for each kind, so that comparing text with a
 * number matches nothing, as in NRDB. Names of events and attributes never reach SQL: columns are numbered. Durations are
 * seconds and timestamps epoch milliseconds wherever the events have them so. Loading costs some 50 µs an event.
 * The store is safe for threads: many readers or one writer.
 */
@NullMarked
package io.github.sre4j.examples.standin.events;

import org.jspecify.annotations.NullMarked;
