package io.github.sre4j.newrelic.trace;

import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.sli.Window;
import io.github.sre4j.text.LocalizedIOException;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.period.PeriodSelection;
import io.github.sre4j.trace.period.TimeRange;
import io.github.sre4j.trace.source.RequestId;
import io.github.sre4j.trace.source.TraceSource;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The traces of an account, or of all accounts that the key sees. Thread-safe. */
public final class NewRelicTraces implements TraceSource {

    private final RequestSearch search;
    private final PeriodSearch periods;

    /**
     * Creates a source.
     *
     * @param client the client
     * @param account the account; empty for all that the key sees
     */
    public NewRelicTraces(NerdGraph client, OptionalLong account) {
        this.search = new RequestSearch(client, account);
        this.periods = new PeriodSearch(client, account);
    }

    @Override
    public TraceData find(RequestId request, Window window) throws IOException {
        try {
            return search.find(request, window);
        } catch (NerdGraphException e) {
            throw new LocalizedIOException(e.said(), e);
        }
    }

    @Override
    public PeriodSelection period(TimeRange window, @Nullable TimeRange reference) throws IOException {
        try {
            return periods.find(window, reference);
        } catch (NerdGraphException e) {
            throw new LocalizedIOException(e.said(), e);
        }
    }

    @Override
    public Duration arrival() {
        return RequestSearch.ARRIVAL;
    }
}
