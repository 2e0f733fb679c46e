package io.github.sre4j.prometheus.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Processes whose counters are scraped: requests become samples as Micrometer and Prometheus make them. */
public final class ScrapedService {

    private final String base;
    private final List<String> labels;
    private final double unitSeconds;
    private final double[] bounds;
    private final List<Process> processes = new ArrayList<>();

    /** A request; labels in the order of the service's. */
    private record Handled(long millis, double seconds, List<String> labels) {}

    /** One process: its target, its life and its requests. */
    public final class Process {
        private final Map<String, String> target;
        private final long start;
        private final long end;
        private final List<Handled> handled = new ArrayList<>();
        private final List<long[]> gaps = new ArrayList<>();

        private Process(Map<String, String> target, Instant start, Instant end) {
            this.target = target;
            this.start = start.toEpochMilli();
            this.end = end.toEpochMilli();
        }

        /** Handles a request. */
        public Process handle(Instant at, Duration duration, String... labelValues) {
            handled.add(new Handled(at.toEpochMilli(), duration.toNanos() / 1e9, List.of(labelValues)));
            return this;
        }

        /** Is not scraped for a while. */
        public Process unreachable(Instant from, Instant to) {
            gaps.add(new long[] {from.toEpochMilli(), to.toEpochMilli()});
            return this;
        }
    }

    public ScrapedService(String base, List<String> labels, double unitSeconds, double... bounds) {
        this.base = base;
        this.labels = labels;
        this.unitSeconds = unitSeconds;
        this.bounds = bounds;
    }

    /** A service of Spring Boot with buckets. */
    public static ScrapedService micrometer(double... bounds) {
        return new ScrapedService("http_server_requests_seconds", List.of("uri", "method", "status"), 1, bounds);
    }

    public Process process(String instance, Instant start, Instant end) {
        Process process = new Process(Map.of("job", "app", "application", "orders", "instance", instance), start, end);
        processes.add(process);
        return process;
    }

    /** Returns the requests that the last scrape of their process knows, by label values. */
    public Map<List<String>, long[]> known(Instant from, Instant to, Duration interval, double thresholdSeconds) {
        Map<List<String>, long[]> known = new HashMap<>();
        for (Process process : processes) {
            long last = Long.MIN_VALUE;
            for (long time = from.minus(Duration.ofHours(2)).toEpochMilli();
                    time <= to.toEpochMilli();
                    time += interval.toMillis()) {
                long at = time;
                if (at >= process.start
                        && at < process.end
                        && process.gaps.stream().noneMatch(gap -> at >= gap[0] && at < gap[1])) {
                    last = at;
                }
            }
            for (Handled request : process.handled) {
                if (request.millis() >= from.toEpochMilli() && request.millis() < Math.min(last, to.toEpochMilli())) {
                    long[] counts = known.computeIfAbsent(request.labels(), key -> new long[2]);
                    counts[0]++;
                    counts[1] += request.seconds() > thresholdSeconds ? 1 : 0;
                }
            }
        }
        return known;
    }

    /** Scrapes every process on whole intervals; a sample at a time knows the requests before it. */
    public Metrics scrape(Instant from, Instant to, Duration interval, boolean knowsStart) {
        Metrics metrics = new Metrics();
        for (Process process : processes) {
            List<Handled> inOrder = process.handled.stream()
                    .sorted(java.util.Comparator.comparingLong(Handled::millis))
                    .toList();
            Map<List<String>, double[]> counters =
                    new TreeMap<>(java.util.Comparator.comparing((List<String> key) -> String.join("\u0000", key)));
            int next = 0;
            boolean scraped = false;
            for (long time = from.toEpochMilli(); time <= to.toEpochMilli(); time += interval.toMillis()) {
                while (next < inOrder.size() && inOrder.get(next).millis() < time) {
                    count(counters, inOrder.get(next++));
                }
                long at = time;
                boolean up = time >= process.start
                        && time < process.end
                        && process.gaps.stream().noneMatch(gap -> at >= gap[0] && at < gap[1]);
                if (up || scraped) {
                    write(metrics, process, counters, time, !up, knowsStart);
                }
                scraped = up;
            }
        }
        return metrics;
    }

    private void count(Map<List<String>, double[]> counters, Handled request) {
        double[] values = counters.computeIfAbsent(request.labels(), key -> new double[bounds.length + 2]);
        for (int i = 0; i < bounds.length; i++) {
            values[i] += request.seconds() <= bounds[i] * unitSeconds + 1e-12 ? 1 : 0;
        }
        values[bounds.length]++;
        values[bounds.length + 1] = Math.max(values[bounds.length + 1], request.seconds() / unitSeconds);
    }

    private void write(
            Metrics metrics,
            Process process,
            Map<List<String>, double[]> counters,
            long time,
            boolean gone,
            boolean knowsStart) {
        if (knowsStart) {
            Map<String, String> start = new HashMap<>(process.target);
            start.put("__name__", "process_start_time_seconds");
            metrics.add(start, time, gone ? Double.NaN : process.start / 1e3);
        }
        counters.forEach((values, counts) -> {
            Map<String, String> series = new HashMap<>(process.target);
            for (int i = 0; i < labels.size(); i++) {
                series.put(labels.get(i), values.get(i));
            }
            series.put("__name__", base + "_count");
            metrics.add(series, time, gone ? Double.NaN : counts[bounds.length]);
            series.put("__name__", base + "_max");
            metrics.add(series, time, gone ? Double.NaN : counts[bounds.length + 1]);
            series.put("__name__", base + "_bucket");
            for (int i = 0; i < bounds.length; i++) {
                series.put("le", bounds[i] == Math.rint(bounds[i]) ? bounds[i] + "" : Double.toString(bounds[i]));
                metrics.add(series, time, gone ? Double.NaN : counts[i]);
            }
        });
    }
}
