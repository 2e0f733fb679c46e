package io.github.sre4j.recorder;

import io.github.sre4j.sli.EndpointName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Records the requests of one service, by endpoint.
 *
 * <pre>{@code
 * recorder.record("WebTransaction/SpringController/owners (GET)", nanos, RequestOutcome.OK);
 * }</pre>
 *
 * <p>Thread-safe. Recording takes no lock, never waits for a reader and never throws. A recorder has no thread of its own: intervals are cut
 * by whoever calls {@link #cut}, most often a {@code RollingWindows} or a log of recordings by way of a scheduler.
 */
public final class SliRecorder {

    /**
     * The endpoint of all requests that came after the cap, or whose name is unusable. An assessment excludes it, because it is a mixture.
     */
    public static final EndpointName OVERFLOW = new EndpointName("sre4j/overflow");

    /** Longer names are not kept: they are URLs, not templates. */
    public static final int LONGEST_NAME = 500;

    private static final int MOST_STRIPES = 64;

    private final ConcurrentHashMap<String, EndpointRecorder> endpoints = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<IntervalListener> listeners = new CopyOnWriteArrayList<>();
    private final @Nullable EndpointRecorder[] places;
    private final Object registering = new Object();
    private final Object cutting = new Object();
    private final BucketLayout layout;
    private final int maxEndpoints;
    private final int maxStripes;
    private final Function<EndpointName, Optional<Duration>> thresholds;
    private final Clock clock;
    private final LongSupplier ticker;
    private final EndpointRecorder overflow;
    private volatile boolean full;
    private Instant lastCut;

    private SliRecorder(Builder builder) {
        this.layout = new BucketLayout(builder.digits);
        this.maxEndpoints = builder.maxEndpoints;
        this.places = EndpointTable.places(builder.maxEndpoints);
        this.maxStripes = Math.min(
                MOST_STRIPES, Integer.highestOneBit(Runtime.getRuntime().availableProcessors() * 8 - 1));
        this.thresholds = builder.thresholds;
        this.clock = builder.clock;
        this.ticker = builder.ticker;
        this.overflow = newEndpoint(OVERFLOW);
        this.lastCut = clock.instant();
    }

    /** A recorder that judges no latency, with all else as usual; for tests and for whoever reads only the durations. */
    public static SliRecorder create() {
        return builder().build();
    }

    /** Makes a recorder step by step. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The handle of an endpoint, made on first use. Keep it where the endpoint is known beforehand.
     *
     * @param name the endpoint as telemetry would name it, a route template and never a URL; not null
     * @return the endpoint, or the {@linkplain #OVERFLOW overflow} if there are too many or the name is blank or longer than {@value #LONGEST_NAME}
     *     characters
     */
    public EndpointRecorder endpoint(String name) {
        EndpointRecorder near = EndpointTable.find(places, name);
        if (near != null) {
            return near;
        }
        EndpointRecorder present = endpoints.get(name);
        return present != null ? present : register(name);
    }

    /**
     * Counts one request by the endpoint's name: a look-up more than by its handle.
     *
     * @param endpoint as for {@link #endpoint}
     * @param durationNanos how long it took, in nanoseconds
     * @param outcome how it ended
     */
    public void record(String endpoint, long durationNanos, RequestOutcome outcome) {
        endpoint(endpoint).record(durationNanos, outcome);
    }

    /** The endpoints known so far, without the overflow, in no particular order. */
    public List<EndpointName> endpoints() {
        return endpoints.values().stream().map(EndpointRecorder::name).toList();
    }

    /** Whether there were more endpoints than the recorder keeps apart. */
    public boolean overflowed() {
        return full;
    }

    /** How many endpoints are kept apart at most. */
    public int maxEndpoints() {
        return maxEndpoints;
    }

    /** The clock that times intervals. */
    public Clock clock() {
        return clock;
    }

    /** Tells a listener of every interval cut from now on. */
    public void onInterval(IntervalListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    /** Stops telling a listener. */
    public void remove(IntervalListener listener) {
        listeners.remove(listener);
    }

    /**
     * Ends the current interval, tells the listeners, and begins the next. Writers go on meanwhile; each request is in one interval or the
     * next, never in both and never in none. Waits only for another call of this method.
     *
     * @return what happened since the last cut, or since the recorder was made; an interval of at least a millisecond, also if the clock
     *     stood still or was set back
     * @throws RuntimeException what a listener throws, after all have been told
     */
    public RecordedInterval cut() {
        synchronized (cutting) {
            Instant from = lastCut;
            List<EndpointCounts> counts = new ArrayList<>(endpoints.size() + 1);
            long[] scratch = new long[overflow.slots()];
            counts.add(overflow.drain(scratch));
            for (EndpointRecorder endpoint : endpoints.values()) {
                counts.add(endpoint.drain(scratch));
            }
            // After the counting: an interval ends no earlier than its requests did.
            Instant now = clock.instant();
            Instant to = now.isBefore(from.plusMillis(1)) ? from.plusMillis(1) : now;
            lastCut = to;
            RecordedInterval interval = RecordedInterval.of(from, to, counts);
            tell(interval);
            return interval;
        }
    }

    /** Every listener hears of it, also after one that fails. */
    private void tell(RecordedInterval interval) {
        List<RuntimeException> failures = new ArrayList<>();
        for (IntervalListener listener : listeners) {
            try {
                listener.cut(interval);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).filter(each -> each != first).forEach(first::addSuppressed);
            throw first;
        }
    }

    /** The clock that times requests: nanoseconds from an instant of its own, never backwards. For whoever measures before it knows the endpoint. */
    public long nanoTime() {
        return ticker.getAsLong();
    }

    int maxStripes() {
        return maxStripes;
    }

    private EndpointRecorder register(String name) {
        if (full || name.length() > LONGEST_NAME || name.isBlank() || name.equals(OVERFLOW.value())) {
            return overflow;
        }
        synchronized (registering) {
            EndpointRecorder present = endpoints.get(name);
            if (present != null) {
                return present;
            }
            if (endpoints.size() >= maxEndpoints) {
                full = true;
                return overflow;
            }
            try {
                EndpointRecorder made = newEndpoint(new EndpointName(name));
                endpoints.put(name, made);
                EndpointTable.add(places, made);
                return made;
            } catch (RuntimeException e) {
                // Whoever gives thresholds has a defect. Requests go on; theirs are counted where nobody takes them for
                // good ones.
                return overflow;
            }
        }
    }

    private EndpointRecorder newEndpoint(EndpointName name) {
        long threshold = thresholds.apply(name).map(SliRecorder::nanos).orElse(Long.MAX_VALUE);
        return new EndpointRecorder(name, layout, threshold, this);
    }

    private static long nanos(Duration threshold) {
        return threshold.compareTo(Duration.ofDays(366)) > 0 ? Long.MAX_VALUE : threshold.toNanos();
    }

    /** Makes recorders. Not thread-safe. */
    public static final class Builder {

        private int maxEndpoints = 1_000;
        private int digits = 2;
        private Function<EndpointName, Optional<Duration>> thresholds = endpoint -> Optional.empty();
        private Clock clock = Clock.systemUTC();
        private LongSupplier ticker = System::nanoTime;

        private Builder() {}

        /**
         * How many endpoints are kept apart; 1,000 unless said otherwise. What comes after them is counted together, so that names made up by a
         * stranger cost nothing.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maxEndpoints(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("a recorder needs room for at least one endpoint, not " + most);
            }
            this.maxEndpoints = most;
            return this;
        }

        /**
         * The longest duration of an endpoint that is not slow; asked once an endpoint, empty where latency is not judged. Recording counts
         * against exactly this duration, to the nanosecond.
         */
        public Builder threshold(Function<EndpointName, Optional<Duration>> thresholds) {
            this.thresholds = Objects.requireNonNull(thresholds, "thresholds");
            return this;
        }

        /**
         * Significant decimal digits of percentiles: 1, 2 (unless said otherwise) or 3. Each one more costs eight times the memory. What is
         * counted against thresholds is exact with any.
         *
         * @throws IllegalArgumentException if it is another number
         */
        public Builder precision(int digits) {
            this.digits = new BucketLayout(digits).digits();
            return this;
        }

        /** The clock that times intervals; the system's unless said otherwise. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** A monotonic clock of nanoseconds for timers; {@link System#nanoTime} unless said otherwise. */
        public Builder ticker(LongSupplier ticker) {
            this.ticker = Objects.requireNonNull(ticker, "ticker");
            return this;
        }

        /** Makes the recorder. */
        public SliRecorder build() {
            return new SliRecorder(this);
        }
    }
}
