package io.github.sre4j.examples.standin;

import io.github.sre4j.examples.standin.answer.NrqlEngine;
import io.github.sre4j.examples.standin.collector.Collector;
import io.github.sre4j.examples.standin.events.EventStore;
import io.github.sre4j.examples.standin.events.EventTable;
import io.github.sre4j.examples.standin.graphql.KnownAccount;
import io.github.sre4j.examples.standin.graphql.NerdGraph;
import io.github.sre4j.examples.standin.http.HttpEndpoint;
import io.github.sre4j.examples.standin.limits.Meter;
import io.github.sre4j.examples.standin.misbehave.Fault;
import io.github.sre4j.examples.standin.misbehave.FaultPlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** A NerdGraph on 127.0.0.1. Safe for threads; close it when done. */
public final class NerdGraphEmulator implements AutoCloseable {
    private final EventStore store;
    private final HttpEndpoint endpoint;
    private final GraphqlHandler handler;
    private final Meter meter;
    private final FaultPlan plan;
    private final String apiKey;
    private final int account;
    private final List<String> rejected;
    private final @Nullable Collector collector;

    private NerdGraphEmulator(StandinOptions options, EventStore store) throws IOException {
        this.store = store;
        List<String> broken = new ArrayList<>();
        for (Path events : options.events()) {
            broken.addAll(store.load(events));
        }
        this.rejected = List.copyOf(broken);
        Clock given = options.clock() == null ? Clock.systemUTC() : options.clock();
        Clock clock = options.nowIsEndOfEvents() ? atEnd(store) : given;
        Integer id = options.account();
        this.account = id == null ? KnownAccount.in(store) : id;
        this.apiKey = options.apiKey();
        this.meter = new Meter(options.limits(), Clock.systemUTC());
        this.plan = new FaultPlan();
        options.misbehave().forEach(this::misbehave);
        NerdGraph nerdgraph =
                new NerdGraph(store, new NrqlEngine(store, clock), meter, options.limits(), account, options.schema());
        this.handler = new GraphqlHandler(nerdgraph, meter, plan, apiKey);
        this.endpoint = HttpEndpoint.start(ServerSocketFactory.getDefault(), options.port(), handler);
        this.collector = options.collectorPort() == null ? null : collector(store, account, options.collectorPort());
    }

    /**
     * Reads the events and starts to listen.
     *
     * @throws IOException if events or schema cannot be read, or the port is taken
     * @throws IllegalArgumentException for a misbehaviour that does not exist
     */
    public static NerdGraphEmulator start(StandinOptions options) throws IOException {
        EventStore store = new EventStore(Objects.requireNonNullElse(options.account(), 1));
        try {
            return new NerdGraphEmulator(options, store);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Clock atEnd(EventStore store) {
        Clock system = Clock.systemUTC();
        double latest = 0;
        NrqlEngine engine = new NrqlEngine(store, system);
        for (String type : store.tables().keySet()) {
            Object last = engine.answer("SELECT max(timestamp) AS t FROM `" + type + "` SINCE 0 UNTIL 9999999999999")
                    .results()
                    .get(0)
                    .get("t");
            latest = last instanceof Number number ? Math.max(latest, number.doubleValue()) : latest;
        }
        Instant end = Instant.ofEpochMilli((long) latest + 1);
        return latest == 0 ? system : Clock.offset(system, Duration.between(system.instant(), end));
    }

    private static Collector collector(EventStore store, int account, int port) throws IOException {
        try {
            return Collector.start(store, account, port);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the collector started", e);
        }
    }

    /** Where agents send to, if the options have a port for it. */
    public Optional<Collector> collector() {
        return Optional.ofNullable(collector);
    }

    /** Where requests go: the value of {@code sre.nerdgraphUrl}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + endpoint.port() + "/graphql");
    }

    /** The only key it takes. */
    public String apiKey() {
        return apiKey;
    }

    /** The only account there is. */
    public int account() {
        return account;
    }

    /** What in the event files was no event: file, line, why. */
    public List<String> rejected() {
        return rejected;
    }

    /** Number of event types and their attributes, for people. */
    public Map<String, EventTable> eventTypes() {
        return store.tables();
    }

    /** Adds events of a type, as a file would. */
    public void add(String eventType, Collection<? extends Map<String, Object>> events) {
        store.append(eventType, events);
    }

    /**
     * Lets something go wrong from the next request on.
     *
     * @param spec {@code mode[:requests][,key=value...]}
     */
    public void misbehave(String spec) {
        plan.add(Fault.parse(spec));
    }

    /** Forgets every misbehaviour. */
    public void behave() {
        plan.clear();
    }

    /** The requests to {@code /graphql} so far, in the order in which they were answered; the last 10,000. */
    public List<RecordedRequest> requests() {
        return handler.recorded();
    }

    /** Forgets the requests so far. */
    public void forgetRequests() {
        handler.forget();
    }

    /** The most requests that were worked on at once. */
    public int mostInFlight() {
        return meter.mostInFlight();
    }

    @Override
    public void close() {
        endpoint.close();
        if (collector != null) {
            collector.close();
        }
        store.close();
    }
}
