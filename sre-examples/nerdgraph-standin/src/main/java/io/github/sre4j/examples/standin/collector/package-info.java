/**
 * The collector that APM agents send to (protocol 17, over TLS on 127.0.0.1), so that one can watch one's own service without an
 * account: what an agent sends is asked for over NerdGraph a few seconds later.
 *
 * <p>Enough for an agent to connect and keep sending, with the limits that it asks for a minute, scaled to the report period.
 * Timestamps are epoch milliseconds, metrics' begin and end arrive in seconds. Safe for threads.
 */
@NullMarked
package io.github.sre4j.examples.standin.collector;

import org.jspecify.annotations.NullMarked;
