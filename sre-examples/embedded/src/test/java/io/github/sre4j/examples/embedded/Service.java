package io.github.sre4j.examples.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The example in a process of its own. */
final class Service implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final HttpClient client = HttpClient.newBuilder().build();
    private final String base;

    private Service(Process process, int port) {
        this.process = process;
        this.base = "http://localhost:" + port;
    }

    static Service start(Path folder, String recordingsEvery) throws Exception {
        Path output = folder.resolve("service.out");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedApplication.class.getName(),
                        "--server.port=0",
                        "--sre.recordings.every=" + recordingsEvery,
                        "--sre.recordings.folder=" + folder.resolve("recordings")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            Matcher started = PORT.matcher(Files.exists(output) ? Files.readString(output) : "");
            if (started.find()) {
                return new Service(process, Integer.parseInt(started.group(1)));
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
        throw new IllegalStateException("the service did not start:\n" + Files.readString(output));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Whether the process is still there after that time. */
    boolean livesFor(long millis) throws InterruptedException {
        return !process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** What {@code kill -9} does: nothing in the process runs any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What an orderly stop does. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
