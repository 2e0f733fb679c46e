package io.github.sre4j.examples.standin;

import io.github.sre4j.examples.standin.limits.Limits;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a stand-in is set up; start from {@link #DEFAULT} and change what matters.
 *
 * @param events event files and folders of these
 * @param apiKey the only key it takes
 * @param account the only account there is; null: the one in the events' GUIDs, else 1
 * @param port 0 for any free one
 * @param clock what {@code now} means; null: the system's
 * @param nowIsEndOfEvents the clock is set so that it starts where the events end
 * @param schema a whole GraphQL schema (SDL, may be gzipped) that documents must satisfy; null: only what is answered
 * @param limits what is allowed
 * @param misbehave what goes wrong, as {@code mode[:requests][,key=value...]}
 * @param collectorPort where agents may send to, 0 for any free port; null: nowhere
 */
public record StandinOptions(
        List<Path> events,
        String apiKey,
        @Nullable Integer account,
        int port,
        @Nullable Clock clock,
        boolean nowIsEndOfEvents,
        @Nullable Path schema,
        Limits limits,
        List<String> misbehave,
        @Nullable Integer collectorPort) {

    /** A key in the shape of a user key; not a secret. */
    public static final String DEFAULT_KEY = "NRAK-STANDIN0NOT0A0SECRET00000";

    /** No events, the default key, any free port, New Relic's limits, good behaviour. */
    public static final StandinOptions DEFAULT =
            new StandinOptions(List.of(), DEFAULT_KEY, null, 0, null, false, null, Limits.NEW_RELIC, List.of(), null);

    public StandinOptions {
        events = List.copyOf(events);
        misbehave = List.copyOf(misbehave);
    }

    public StandinOptions withEvents(Path more) {
        return new StandinOptions(
                plus(events, more),
                apiKey,
                account,
                port,
                clock,
                nowIsEndOfEvents,
                schema,
                limits,
                misbehave,
                collectorPort);
    }

    public StandinOptions withApiKey(String key) {
        return new StandinOptions(
                events, key, account, port, clock, nowIsEndOfEvents, schema, limits, misbehave, collectorPort);
    }

    public StandinOptions withAccount(int id) {
        return new StandinOptions(
                events, apiKey, id, port, clock, nowIsEndOfEvents, schema, limits, misbehave, collectorPort);
    }

    public StandinOptions withPort(int number) {
        return new StandinOptions(
                events, apiKey, account, number, clock, nowIsEndOfEvents, schema, limits, misbehave, collectorPort);
    }

    public StandinOptions withClock(Clock other) {
        return new StandinOptions(
                events, apiKey, account, port, other, false, schema, limits, misbehave, collectorPort);
    }

    public StandinOptions withNowAtEndOfEvents() {
        return new StandinOptions(events, apiKey, account, port, null, true, schema, limits, misbehave, collectorPort);
    }

    public StandinOptions withSchema(Path sdl) {
        return new StandinOptions(
                events, apiKey, account, port, clock, nowIsEndOfEvents, sdl, limits, misbehave, collectorPort);
    }

    public StandinOptions withLimits(Limits other) {
        return new StandinOptions(
                events, apiKey, account, port, clock, nowIsEndOfEvents, schema, other, misbehave, collectorPort);
    }

    public StandinOptions withMisbehaviour(String spec) {
        return new StandinOptions(
                events,
                apiKey,
                account,
                port,
                clock,
                nowIsEndOfEvents,
                schema,
                limits,
                plus(misbehave, spec),
                collectorPort);
    }

    public StandinOptions withCollector(int port) {
        return new StandinOptions(
                events, apiKey, account, this.port, clock, nowIsEndOfEvents, schema, limits, misbehave, port);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "StandinOptions[events=" + events + ", account=" + account + ", port=" + port + ", misbehave="
                + misbehave + "]";
    }
}
