package io.github.sre4j.examples.capture;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The order service in a process of its own, with the agent in it. */
final class InstrumentedService implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);

    /** Forty characters, as agents demand; the loopback collector takes any. */
    private static final String KEY = "standin" + "0".repeat(33);

    private final Process process;
    private final URI url;

    private InstrumentedService(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts it.
     *
     * @param classPath what to run
     * @param agent the agent's jar
     * @param hosts names of hosts on 127.0.0.1, in the form of /etc/hosts
     * @param log where its output goes, and the agent's log beside it
     * @param more environment variables
     */
    static InstrumentedService start(
            String classPath, Path agent, Path hosts, Path log, int port, Map<String, String> more) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-javaagent:" + agent,
                "-Djdk.net.hosts.file=" + hosts,
                "-cp",
                classPath,
                "com.acme.orders.OrdersApplication",
                "--server.address=127.0.0.1",
                "--server.port=" + port));
        builder.environment().keySet().removeIf(name -> name.startsWith("NEW_RELIC_"));
        builder.environment().putAll(more);
        builder.environment()
                .putAll(Map.of(
                        "NEW_RELIC_LICENSE_KEY",
                        KEY,
                        "NEW_RELIC_APP_NAME",
                        "orders",
                        "NEW_RELIC_HOST",
                        "127.0.0.1",
                        "NEW_RELIC_SYNC_STARTUP",
                        "true",
                        "NEW_RELIC_SEND_DATA_ON_EXIT",
                        "true",
                        "NEW_RELIC_SEND_DATA_ON_EXIT_THRESHOLD",
                        "0",
                        "NEW_RELIC_SPAN_EVENTS_MAX_SAMPLES_STORED",
                        "10000",
                        "NEW_RELIC_LOG_FILE_PATH",
                        String.valueOf(log.toAbsolutePath().getParent())));
        for (String cloud : List.of("AWS", "AZURE", "GCP", "PCF", "DOCKER", "KUBERNETES")) {
            builder.environment().put("NEW_RELIC_UTILIZATION_DETECT_" + cloud, "false");
        }
        builder.redirectErrorStream(true).redirectOutput(new File(log.toString()));
        return new InstrumentedService(builder.start(), URI.create("http://127.0.0.1:" + port));
    }

    URI url() {
        return url;
    }

    /** Waits until it says that it is well. */
    void awaitHealthy() throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(url.resolve("/actuator/health")).build();
        long giveUp = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < giveUp && process.isAlive()) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It has not opened its port.
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new IllegalStateException("the order service did not start; its output is beside the agent's log");
    }

    /** Stops it and waits, so that the agent sends the rest. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
