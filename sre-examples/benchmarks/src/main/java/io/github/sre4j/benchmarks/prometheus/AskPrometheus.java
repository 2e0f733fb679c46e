package io.github.sre4j.benchmarks.prometheus;

import io.github.sre4j.prometheus.ErrorRule;
import io.github.sre4j.prometheus.PrometheusTelemetry;
import io.github.sre4j.prometheus.api.Credentials;
import io.github.sre4j.prometheus.api.PrometheusClient;
import io.github.sre4j.prometheus.api.PrometheusException;
import io.github.sre4j.prometheus.api.ServerAddress;
import io.github.sre4j.prometheus.api.ServerScope;
import io.github.sre4j.prometheus.promql.Selector;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.time.Duration;

/** Measures the service {@code orders} once, and as a tool would that asks {@code increase()} for each SLI of each endpoint. */
public final class AskPrometheus {

    private AskPrometheus() {}

    /** Arguments: the server, the days, the endpoints that the peer asks for. */
    @SuppressWarnings("SystemOut") // a program that prints figures
    public static void main(String[] args) throws TelemetryException, PrometheusException {
        ServerAddress server = new ServerAddress(URI.create(args[0]), Credentials.NONE, null, null);
        int days = Integer.parseInt(args[1]);
        PrometheusClient client = new PrometheusClient(server, new ServerScope());
        long begin = System.nanoTime();
        Measurements measured = new PrometheusTelemetry(
                        client.host(), () -> client, Selector.parse("application=\"orders\""), ErrorRule.SERVER)
                .measure(
                        DefaultStandard.get().plan(Window.endingAt(GenerateHistory.UNTIL, Duration.ofDays(days))),
                        ProgressListener.NONE);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "sre4j  endpoints %d  requests %d  kB %d  seconds %.2f  peak heap %d MB  counted %d%n",
                measured.endpoints().size(),
                client.requests(),
                client.bytes() >> 10,
                seconds,
                peak / 1_000_000,
                measured.requests());
        peer(server, days, Integer.parseInt(args[2]));
    }

    @SuppressWarnings("SystemOut") // a program that prints figures
    private static void peer(ServerAddress server, int days, int endpoints) throws PrometheusException {
        PrometheusClient client = new PrometheusClient(server, new ServerScope());
        long begin = System.nanoTime();
        double counted = 0;
        for (int endpoint = 0; endpoint < endpoints; endpoint++) {
            String series = "application=\"orders\",method=\"GET\",uri=\"/e" + endpoint + "/{id}\"";
            for (String selected : new String[] {
                "count{" + series + "}", "bucket{" + series + ",le=\"1.0\"}", "count{" + series + ",status=~\"5..\"}"
            }) {
                String expression = "sum(increase(http_server_requests_seconds_" + selected + "[" + days + "d]))";
                double value = client.query(expression, GenerateHistory.UNTIL).stream()
                        .mapToDouble(sum -> sum.values()[0])
                        .sum();
                counted += selected.startsWith("count{") && !selected.contains("status") ? value : 0;
            }
        }
        System.out.printf(
                "peer   endpoints %d  requests %d  kB %d  seconds %.2f  counted %.1f%n",
                endpoints, client.requests(), client.bytes() >> 10, (System.nanoTime() - begin) / 1e9, counted);
    }
}
