package io.github.sre4j.prometheus.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.prometheus.emulator.Metrics;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real server, as Debian installs it, with a history made by {@code promtool}. */
final class PrometheusServer implements AutoCloseable {

    private final Process process;
    private final URI url;

    private PrometheusServer(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static boolean isInstalled() {
        return Stream.of("prometheus", "promtool")
                .allMatch(program -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    /** Starts a server that has these samples and no other. */
    static PrometheusServer start(Path folder, Metrics metrics) throws IOException, InterruptedException {
        Path history = folder.resolve("history.txt");
        write(history, metrics);
        Process made = new ProcessBuilder(
                        "promtool",
                        "tsdb",
                        "create-blocks-from",
                        "openmetrics",
                        history.toString(),
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("promtool.log").toFile())
                .start();
        assertThat(made.waitFor(120, TimeUnit.SECONDS)).isTrue();
        Path config = folder.resolve("prometheus.yml");
        Files.writeString(config, "global: {}\n");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process server = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--storage.tsdb.retention.time=100y",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        URI url = URI.create("http://127.0.0.1:" + port);
        awaitReady(url, server);
        return new PrometheusServer(server, url);
    }

    private static void awaitReady(URI url, Process server) throws InterruptedException {
        for (int i = 0; i < 600 && server.isAlive(); i++) {
            try {
                HttpURLConnection ready =
                        (HttpURLConnection) url.resolve("/-/ready").toURL().openConnection();
                if (ready.getResponseCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It is not listening yet.
                Thread.onSpinWait();
            }
            // Ends at once if the server ends.
            if (server.waitFor(100, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new IllegalStateException("the server is not ready");
    }

    private static void write(Path file, Metrics metrics) throws IOException {
        Map<String, List<Metrics.Series>> byName = new LinkedHashMap<>();
        for (Metrics.Series series : metrics.all()) {
            byName.computeIfAbsent(series.labels().get("__name__"), key -> new ArrayList<>())
                    .add(series);
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Map.Entry<String, List<Metrics.Series>> metric : byName.entrySet()) {
                for (Metrics.Series series : metric.getValue()) {
                    StringBuilder labels = new StringBuilder();
                    series.labels().forEach((name, value) -> {
                        if (!name.equals("__name__")) {
                            labels.append(labels.isEmpty() ? "" : ",")
                                    .append(name)
                                    .append("=\"")
                                    .append(value)
                                    .append('"');
                        }
                    });
                    for (Map.Entry<Long, Double> sample : series.samples().entrySet()) {
                        if (!sample.getValue().isNaN()) {
                            out.write(String.format(
                                    Locale.ROOT,
                                    "%s{%s} %s %.3f%n",
                                    metric.getKey(),
                                    labels,
                                    sample.getValue(),
                                    sample.getKey() / 1e3));
                        }
                    }
                }
            }
            out.write("# EOF\n");
        }
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(e -> process.destroyForcibly())
                .join();
    }
}
