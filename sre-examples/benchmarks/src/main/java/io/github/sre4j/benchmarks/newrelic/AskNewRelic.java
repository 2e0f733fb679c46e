package io.github.sre4j.benchmarks.newrelic;

import io.github.sre4j.newrelic.NewRelicTelemetry;
import io.github.sre4j.newrelic.ServiceReference;
import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Measures the service {@code orders} once, as {@code sre:check} does. */
public final class AskNewRelic {

    private static final Instant UNTIL = Instant.parse("2026-11-22T09:00:00Z");

    private AskNewRelic() {}

    /**
     * Asks and prints what it took.
     *
     * @param args the address of NerdGraph; the key is taken from the environment
     */
    @SuppressWarnings("SystemOut") // a program that prints figures
    public static void main(String[] args) throws TelemetryException {
        UserKey key = UserKey.of(System.getenv().getOrDefault("NEW_RELIC_API_KEY", ""), "NEW_RELIC_API_KEY");
        NerdGraphOptions options = NerdGraphOptions.of(URI.create(args[0]), key, null);
        long begin = System.nanoTime();
        Measurements measured = new NewRelicTelemetry(
                        new NerdGraph(options, new BuildScope()),
                        ServiceReference.named("orders", OptionalLong.empty()))
                .measure(DefaultStandard.get().plan(Window.endingAt(UNTIL, Duration.ofDays(7))), ProgressListener.NONE);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(
                "endpoints %d  seconds %.2f  peak heap %d MB%n",
                measured.endpoints().size(), seconds, peak / 1_000_000);
    }
}
