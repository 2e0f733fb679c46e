package io.github.sre4j.recorder;

import io.github.sre4j.sli.EndpointName;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Records the requests of one endpoint: the handle for hot paths, to be looked up once and kept.
 *
 * <pre>{@code
 * EndpointRecorder orders = recorder.endpoint("WebTransaction/SpringController/orders (POST)");
 *
 * long start = System.nanoTime();
 * boolean done = accept(order);
 * orders.record(System.nanoTime() - start, done ? RequestOutcome.OK : RequestOutcome.ERROR);
 *
 * try (RequestTimer timer = orders.start()) {      // an error, unless it is said to be none
 *     accept(order);
 *     timer.ok();
 * }
 *
 * Receipt receipt = orders.call(() -> receipt(order));   // an error if it throws
 * }</pre>
 *
 * <p>Thread-safe. Recording never throws and takes no lock. It allocates, and takes one for that, only when an endpoint first sees a duration of
 * another power of two, and when threads are seen to meet; a service that has run for a minute does neither.
 */
public final class EndpointRecorder extends Counters {

    /** Longer than any request: keeps sums of excess time far from overflow. */
    private static final long LONGEST_NANOS = TimeUnit.DAYS.toNanos(366);

    private final EndpointName name;
    private final String text;
    private final BucketLayout layout;
    private final long thresholdNanos;
    private final SliRecorder recorder;
    private final int errorSlots;

    /** Excess time of requests whose count was told in an earlier interval; only the reader looks at it. */
    private long excessLeft;

    EndpointRecorder(EndpointName name, BucketLayout layout, long thresholdNanos, SliRecorder recorder) {
        super(layout.chunkMagnitude(), recorder.maxStripes());
        this.name = name;
        this.text = name.value();
        this.layout = layout;
        this.thresholdNanos = thresholdNanos;
        this.recorder = recorder;
        this.errorSlots = chunksPerOutcome() << layout.chunkMagnitude();
    }

    /** The endpoint; {@link SliRecorder#OVERFLOW} if it stands for all that came after the cap. */
    public EndpointName name() {
        return name;
    }

    /** The longest duration that is not slow; empty if latency is not judged. */
    public Optional<Duration> threshold() {
        return thresholdNanos == Long.MAX_VALUE ? Optional.empty() : Optional.of(Duration.ofNanos(thresholdNanos));
    }

    /**
     * Counts one request.
     *
     * @param durationNanos how long it took, in nanoseconds; a negative one, which no monotonic clock gives, counts as zero
     * @param outcome how it ended
     */
    public void record(long durationNanos, RequestOutcome outcome) {
        count(durationNanos, outcome == RequestOutcome.ERROR ? errorSlots : 0);
    }

    /** Starts timing a request. The timer is an error until {@link RequestTimer#ok} is called on it. */
    public RequestTimer start() {
        return new RequestTimer(this, recorder.nanoTime());
    }

    /**
     * Runs one request and records it: as an error if it throws, which is thrown on.
     *
     * @return what the request returns
     * @throws Exception what the request throws
     */
    public <T> T call(Callable<T> request) throws Exception {
        Objects.requireNonNull(request, "request");
        long start = recorder.nanoTime();
        RequestOutcome outcome = RequestOutcome.ERROR;
        try {
            T result = request.call();
            outcome = RequestOutcome.OK;
            return result;
        } finally {
            record(recorder.nanoTime() - start, outcome);
        }
    }

    /** Whether it is the endpoint of that name; at once if it is the very string it was made with. */
    boolean isNamed(String asked) {
        return text.equals(asked);
    }

    long nanoTime() {
        return recorder.nanoTime();
    }

    private void count(long durationNanos, int firstSlot) {
        long nanos = Math.max(0, durationNanos);
        // The bucket that holds the threshold is two counters: one for what is within it, one for what is slow.
        int slow = nanos > thresholdNanos ? 1 : 0;
        int slot = firstSlot + slow + layout.index(Math.min(nanos, BucketLayout.HIGHEST_NANOS));
        count(slot, nanos, slow == 0 ? 0 : Math.min(nanos, LONGEST_NANOS) - Math.min(thresholdNanos, LONGEST_NANOS));
    }

    /** One slot more than buckets, because the bucket of the threshold has two. */
    private int chunksPerOutcome() {
        return (layout.length() >> layout.chunkMagnitude()) + 1;
    }

    /** How many counters an endpoint has. */
    int slots() {
        return 2 * errorSlots;
    }

    /** Takes what was recorded since the last time; for one reader at a time. */
    EndpointCounts drain(long[] scratch) {
        Arrays.fill(scratch, 0);
        drainTo(scratch);
        excessLeft += drainExcess();
        return told(scratch, drainMax());
    }

    private EndpointCounts told(long[] sums, long max) {
        int firstSlow =
                thresholdNanos > BucketLayout.HIGHEST_NANOS ? layout.length() : layout.index(thresholdNanos) + 1;
        LatencyCounts.Writer latencies = new LatencyCounts.Writer(layout);
        long slow = 0;
        long errors = 0;
        for (int bucket = 0; bucket < layout.length(); bucket++) {
            long fastOnes = bucket < firstSlow ? sums[bucket] + sums[errorSlots + bucket] : 0;
            long slowOnes = bucket + 1 >= firstSlow ? sums[bucket + 1] + sums[errorSlots + bucket + 1] : 0;
            if (fastOnes + slowOnes != 0) {
                errors += (bucket < firstSlow ? sums[errorSlots + bucket] : 0)
                        + (bucket + 1 >= firstSlow ? sums[errorSlots + bucket + 1] : 0);
                slow += slowOnes;
                latencies.add(bucket, fastOnes + slowOnes);
            }
        }
        LatencyCounts all = latencies.done();
        long excess = slow == 0 ? 0 : excessLeft;
        excessLeft -= excess;
        return new EndpointCounts(
                name,
                threshold().orElse(null),
                all.count(),
                slow,
                errors,
                Duration.ofNanos(excess),
                Duration.ofNanos(all.within(max)),
                all);
    }
}
