package io.github.sre4j.newrelic.export;

import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;

/** Reads a window slice by slice. Not thread-safe. */
interface Pages {

    /**
     * The slice that begins at that millisecond, as long as fits into one answer.
     *
     * @throws NerdGraphException if New Relic could not be asked
     */
    Page from(long millis) throws NerdGraphException;
}
