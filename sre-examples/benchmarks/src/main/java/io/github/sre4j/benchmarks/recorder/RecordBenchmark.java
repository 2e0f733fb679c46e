package io.github.sre4j.benchmarks.recorder;

import com.codahale.metrics.MetricRegistry;
import io.github.sre4j.recorder.EndpointRecorder;
import io.github.sre4j.recorder.RequestOutcome;
import io.github.sre4j.recorder.RequestTimer;
import io.github.sre4j.recorder.SliRecorder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Recorder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One call that records one duration which is already there: no clock is read by anybody, except where the name says {@code timed}. Every
 * peer takes the same durations; all threads share one instrument.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class RecordBenchmark {

    private static final int NAMES = 16;

    private final String[] names = new String[NAMES];
    private final LongAdder adder = new LongAdder();
    private final Recorder hdr = new Recorder(3);
    private final Recorder hdrFixed = new Recorder(1_000, TimeUnit.HOURS.toNanos(1), 2);
    private final SliRecorder recorder = SliRecorder.builder()
            .threshold(endpoint -> Optional.of(Duration.ofMillis(300)))
            .build();
    private final EndpointRecorder handle = recorder.endpoint("WebTransaction/SpringController/owners (GET)");
    private final MeterRegistry micrometer = new SimpleMeterRegistry();
    private final Timer timer = Timer.builder("plain").register(micrometer);
    private final Timer sloTimer = Timer.builder("slo")
            .serviceLevelObjectives(
                    Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1))
            .register(micrometer);
    private final Timer percentileTimer =
            Timer.builder("percentiles").publishPercentileHistogram().register(new HistogramRegistry());
    private final com.codahale.metrics.Timer dropwizard = new MetricRegistry().timer("requests");
    private final DoubleHistogram otelExplicit = otel(Aggregation.explicitBucketHistogram());
    private final DoubleHistogram otelExponential = otel(Aggregation.base2ExponentialBucketHistogram());
    private final io.prometheus.metrics.core.datapoints.DistributionDataPoint prometheusClassic =
            Histogram.builder().name("classic").classicOnly().build().labelValues();
    private final io.prometheus.metrics.core.datapoints.DistributionDataPoint prometheusNative =
            Histogram.builder().name("native").nativeOnly().build().labelValues();

    private static DoubleHistogram otel(Aggregation aggregation) {
        return SdkMeterProvider.builder()
                .registerView(
                        InstrumentSelector.builder().setName("requests").build(),
                        View.builder().setAggregation(aggregation).build())
                // Without a reader the SDK records nothing.
                .registerMetricReader(new IdleReader())
                .build()
                .get("benchmark")
                .histogramBuilder("requests")
                .build();
    }

    /** Makes the names of endpoints. */
    @Setup
    public void names() {
        for (int i = 0; i < NAMES; i++) {
            names[i] = "WebTransaction/SpringController/resource" + i + "/{id} (GET)";
        }
    }

    /** The loop and its durations, to be taken off in mind. */
    @Benchmark
    public long nothing(Durations durations) {
        return durations.next() + (durations.failed() ? 1 : 0);
    }

    /** The floor: one shared counter. */
    @Benchmark
    public void longAdder(Durations durations) {
        adder.add(durations.next());
    }

    /** HdrHistogram's recorder as most use it: it sizes itself, three digits. Durations only: no threshold, no errors. */
    @Benchmark
    public void hdrRecorder(Durations durations) {
        hdr.recordValue(durations.next());
    }

    /** HdrHistogram's recorder of fixed size, which is faster: two digits, as wide as ours. */
    @Benchmark
    public void hdrFixedRecorder(Durations durations) {
        hdrFixed.recordValue(durations.next());
    }

    /** The handle: histogram, threshold, errors, excess time, maximum. */
    @Benchmark
    public void sre4jHandle(Durations durations) {
        long nanos = durations.next();
        handle.record(nanos, durations.failed() ? RequestOutcome.ERROR : RequestOutcome.OK);
    }

    /** By name, always the same one. */
    @Benchmark
    public void sre4jOneName(Durations durations) {
        long nanos = durations.next();
        recorder.record(names[0], nanos, durations.failed() ? RequestOutcome.ERROR : RequestOutcome.OK);
    }

    /** By one of sixteen names, whose counters no longer fit the first cache together. */
    @Benchmark
    public void sre4jByName(Durations durations) {
        long nanos = durations.next();
        recorder.record(
                names[durations.turn() & NAMES - 1],
                nanos,
                durations.failed() ? RequestOutcome.ERROR : RequestOutcome.OK);
    }

    /** Two reads of the clock, and the timer object if it is not optimised away. */
    @Benchmark
    public void timedSre4j() {
        try (RequestTimer running = handle.start()) {
            running.ok();
        }
    }

    /** Two reads of the clock and HdrHistogram's recorder. */
    @Benchmark
    public void timedHdrRecorder() {
        long start = System.nanoTime();
        hdr.recordValue(System.nanoTime() - start);
    }

    /** Count, sum and maximum. */
    @Benchmark
    public void micrometerTimer(Durations durations) {
        timer.record(durations.next(), TimeUnit.NANOSECONDS);
    }

    /** The same with four buckets. */
    @Benchmark
    public void micrometerSlo(Durations durations) {
        sloTimer.record(durations.next(), TimeUnit.NANOSECONDS);
    }

    /** The same with the buckets of percentile histograms. */
    @Benchmark
    public void micrometerPercentiles(Durations durations) {
        percentileTimer.record(durations.next(), TimeUnit.NANOSECONDS);
    }

    /** By name, as a service does whose endpoint is known only at run time. */
    @Benchmark
    public void micrometerByName(Durations durations) {
        long nanos = durations.next();
        micrometer
                .timer("requests", "endpoint", names[durations.turn() & NAMES - 1])
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Meter and exponentially decaying reservoir. */
    @Benchmark
    public void dropwizardTimer(Durations durations) {
        dropwizard.update(durations.next(), TimeUnit.NANOSECONDS);
    }

    /** OpenTelemetry's SDK, default buckets. */
    @Benchmark
    public void otelExplicit(Durations durations) {
        otelExplicit.record(durations.next() / 1e6);
    }

    /** OpenTelemetry's SDK, exponential buckets. */
    @Benchmark
    public void otelExponential(Durations durations) {
        otelExponential.record(durations.next() / 1e6);
    }

    /** Prometheus' client, default buckets, label values resolved beforehand. */
    @Benchmark
    public void prometheusClassic(Durations durations) {
        prometheusClassic.observe(durations.next() / 1e9);
    }

    /** Prometheus' client, native histogram, label values resolved beforehand. */
    @Benchmark
    public void prometheusNative(Durations durations) {
        prometheusNative.observe(durations.next() / 1e9);
    }
}
