package io.github.sre4j.examples.capture;

import io.github.sre4j.examples.standin.collector.Collector;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** One capture from start to end; see {@code capture.sh}, which is the way to run it. */
public final class Capture {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int DATABASE_PORT = 15_432;
    private static final int PARTNERS_PORT = 8_090;
    private static final int SERVICE_PORT = 18_080;
    private static final Duration DATABASE_ONE_WAY = Duration.ofNanos(600_000);
    private static final Duration WARM_UP = Duration.ofSeconds(45);
    private static final long METRICS_PATIENCE_MILLIS = 150_000;
    private static final List<String> HOSTS = List.of(
            "localhost",
            "db.acme.internal",
            "pricing.acme.internal",
            "stock.acme.internal",
            "delivery.acme.internal",
            "payments.acme.internal",
            "tracking.acme.internal",
            "api.fastship.example");

    private final Path orders;
    private final boolean improved;
    private final Duration time;
    private final Path work;

    private Capture(Path orders, boolean improved, Duration time) {
        this.orders = orders;
        this.improved = improved;
        this.time = time;
        this.work = orders.resolve("capture/target/run").toAbsolutePath();
    }

    /** Takes the folder of the example, {@code --improved} for the service with the changes, {@code --seconds N} for the load. */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        List<String> given = List.of(args);
        int seconds = given.indexOf("--seconds");
        new Capture(
                        Path.of(args[0]),
                        given.contains("--improved"),
                        Duration.ofSeconds(seconds < 0 ? 300 : Long.parseLong(args[seconds + 1])))
                .run();
        System.exit(0);
    }

    @SuppressWarnings("try") // the distance is in the way, nobody speaks to it
    private void run() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(work);
        String machine = InetAddress.getLocalHost().getHostName();
        EventFolder events = new EventFolder();
        Process partners = partners();
        try (EmbeddedPostgres postgres = database();
                Distance distance = Distance.start(DATABASE_PORT, postgres.getPort(), DATABASE_ONE_WAY);
                Collector collector = Collector.start(events::accept, 1, 0)) {
            long from;
            long to;
            try (InstrumentedService service = InstrumentedService.start(
                    classPath(),
                    orders.resolve("capture/target/newrelic-agent.jar").toAbsolutePath(),
                    hosts(machine),
                    work.resolve("orders.log"),
                    SERVICE_PORT,
                    Map.of(
                            "NEW_RELIC_PORT", String.valueOf(collector.port()),
                            "NEW_RELIC_CA_BUNDLE_PATH", String.valueOf(collector.certificate()),
                            "SPRING_DATASOURCE_URL",
                                    "jdbc:postgresql://db.acme.internal:" + DATABASE_PORT + "/orders"))) {
                service.awaitHealthy();
                OUT.println("The service runs; filling its database.");
                plant(postgres);
                Load load = new Load(service.url());
                OUT.println("Warming up for " + WARM_UP.toSeconds() + " s: " + load.run(1, WARM_UP, 1));
                from = events.nextMinuteEnd(METRICS_PATIENCE_MILLIS);
                OUT.println("Load for " + time.toSeconds() + " s from " + Instant.ofEpochMilli(from) + ".");
                Map<String, Long> answers = load.run(2, time, 1);
                to = System.currentTimeMillis();
                answers.forEach((what, count) -> OUT.println("  " + count + " x " + what));
            }
            OUT.println("The load ended at " + Instant.ofEpochMilli(to) + ".");
            Path folder = orders.resolve(improved ? "improved/events" : "src/events");
            events.write(folder, from, to, machine)
                    .forEach((kind, rows) -> OUT.println("  " + kind + ": " + rows + " in " + folder));
        } finally {
            partners.getOutputStream().close();
            partners.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private Process partners() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        // Without it the JDK's server answers up to 40 ms later than it is told to.
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DownstreamStubs.class.getName(),
                        String.valueOf(PARTNERS_PORT))
                .redirectErrorStream(true)
                .redirectOutput(new File(work.resolve("partners.log").toString()))
                .start();
    }

    private static EmbeddedPostgres database() throws IOException, SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_parallel_workers_per_gather", "0")
                .setServerConfig("jit", "off")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role orders login");
            statement.execute("create database orders owner orders");
        }
        return postgres;
    }

    private static void plant(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", "orders").getConnection()) {
            Seed.plant(connection);
        }
    }

    /** The classes of the service, after those of the changed files if these are asked for. */
    private String classPath() throws IOException {
        String plain = orders.resolve("target/classes").toAbsolutePath()
                + File.pathSeparator
                + Files.readString(orders.resolve("target/classpath.txt")).strip();
        return improved ? changed(plain) + File.pathSeparator + plain : plain;
    }

    private Path changed(String classPath) throws IOException {
        Path overlay = orders.resolve("improved");
        Path classes = work.resolve("improved-classes");
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> sources = Files.walk(overlay.resolve("src/main/java"))) {
            Stream<String> files = sources.map(Path::toString).filter(name -> name.endsWith(".java"));
            String[] arguments = Stream.concat(
                            Stream.of("-parameters", "-proc:none", "-d", classes.toString(), "-cp", classPath), files)
                    .toArray(String[]::new);
            if (javac.run(null, null, null, arguments) != 0) {
                throw new IllegalStateException("the changed files do not compile");
            }
        }
        Path migrations = Files.createDirectories(classes.resolve("db/migration"));
        try (Stream<Path> files = Files.list(overlay.resolve("src/main/resources/db/migration"))) {
            for (Path file : files.toList()) {
                Files.copy(file, migrations.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return classes;
    }

    private Path hosts(String machine) throws IOException {
        String names = Stream.concat(HOSTS.stream(), Stream.of(machine))
                .map(name -> "127.0.0.1 " + name + "\n")
                .collect(Collectors.joining());
        return Files.writeString(work.resolve("hosts"), names);
    }
}
