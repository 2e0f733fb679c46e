package io.github.sre4j.benchmarks.recorder;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.cumulative.CumulativeTimer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** A registry that, unlike Micrometer's simple one, keeps the buckets of percentile histograms, as those for backends with histograms do. */
final class HistogramRegistry extends SimpleMeterRegistry {

    @Override
    protected Timer newTimer(Meter.Id id, DistributionStatisticConfig config, PauseDetector pauseDetector) {
        return new CumulativeTimer(id, clock, config, pauseDetector, getBaseTimeUnit(), true);
    }
}
