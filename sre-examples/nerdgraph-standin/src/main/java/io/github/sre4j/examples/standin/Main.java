package io.github.sre4j.examples.standin;

import io.github.sre4j.examples.standin.collector.Collector;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.examples.standin.misbehave.FaultType;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;

/** Starts a stand-in and keeps it running until the process is stopped. */
public final class Main {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** Forty characters, as agents demand, some of them letters, else the agent takes it for a number. Opens nothing. */
    private static final String AGENT_KEY = "standin" + "0".repeat(33);

    private static final int SHOWN = 5;

    private Main() {}

    /** See {@code --help}. Ends with status 2 if the arguments are wrong, 1 if the stand-in cannot start. */
    public static void main(String[] args) throws InterruptedException {
        if (Arrays.asList(args).contains("--help")) {
            help();
            return;
        }
        StandinOptions options;
        try {
            options = options(Arrays.asList(args).iterator());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try (NerdGraphEmulator standin = NerdGraphEmulator.start(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(standin::close, "standin-stop"));
            announce(standin);
            new CountDownLatch(1).await();
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("The stand-in did not start: " + e.getMessage());
            System.exit(1);
        }
    }

    static StandinOptions options(Iterator<String> args) {
        StandinOptions options = StandinOptions.DEFAULT;
        while (args.hasNext()) {
            String name = args.next();
            options = switch (name) {
                case "--events" -> options.withEvents(Path.of(value(name, args)));
                case "--port" -> options.withPort(number(name, args));
                case "--account" -> options.withAccount(number(name, args));
                case "--collector" -> options.withCollector(number(name, args));
                case "--schema" -> options.withSchema(Path.of(value(name, args)));
                case "--misbehave" -> options.withMisbehaviour(value(name, args));
                case "--now" -> now(options, value(name, args));
                case "--no-limits" -> options.withLimits(Limits.NONE);
                default -> throw new IllegalArgumentException("Unknown argument " + name + "; --help lists them.");
            };
        }
        return options;
    }

    private static StandinOptions now(StandinOptions options, String value) {
        if (value.equals("end")) {
            return options.withNowAtEndOfEvents();
        }
        try {
            Clock system = Clock.systemUTC();
            return options.withClock(Clock.offset(system, Duration.between(system.instant(), Instant.parse(value))));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--now takes 'end' or a moment such as 2026-11-22T09:00:00Z, not " + value, e);
        }
    }

    private static String value(String name, Iterator<String> args) {
        if (!args.hasNext()) {
            throw new IllegalArgumentException(name + " needs a value; --help says which.");
        }
        return args.next();
    }

    private static int number(String name, Iterator<String> args) {
        String value = value(name, args);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes a whole number, not " + value, e);
        }
    }

    private static void announce(NerdGraphEmulator standin) {
        List<String> rejected = standin.rejected();
        rejected.stream().limit(SHOWN).forEach(line -> OUT.println("not an event: " + line));
        if (rejected.size() > SHOWN) {
            OUT.println("not an event: " + (rejected.size() - SHOWN) + " more lines");
        }
        OUT.println("Event types: " + new TreeSet<>(standin.eventTypes().keySet()) + ", account " + standin.account());
        OUT.println();
        OUT.println("  export NEW_RELIC_API_KEY=" + standin.apiKey());
        OUT.println("  mvn sre:check -Dsre.nerdgraphUrl=" + standin.url() + " -Dsre.account=" + standin.account());
        OUT.println();
        standin.collector().ifPresent(Main::announce);
        OUT.println(
                "POST misbehaviours to " + standin.url().resolve("/standin/misbehave") + "; DELETE there ends them.");
        OUT.println("Stop with Ctrl-C.");
    }

    private static void announce(Collector collector) {
        OUT.println("To watch a service, attach the New Relic agent to it with these:");
        OUT.println();
        OUT.println("  export NEW_RELIC_HOST=127.0.0.1 NEW_RELIC_PORT=" + collector.port());
        OUT.println("  export NEW_RELIC_CA_BUNDLE_PATH=" + collector.certificate());
        OUT.println("  export NEW_RELIC_LICENSE_KEY=" + AGENT_KEY + " NEW_RELIC_APP_NAME=my-service");
        OUT.println();
    }

    private static void help() {
        OUT.println("""
                A local NerdGraph over event files, on 127.0.0.1.

                  --events PATH      an event file or a folder of these; may be repeated
                  --port N           default: any free port
                  --account N        default: the account in the events' entity GUIDs, else 1
                  --now end|INSTANT  what "now" is: the end of the events, or a moment such as 2026-11-22T09:00:00Z
                  --collector PORT   also take what APM agents send, over TLS; 0 for any free port
                  --schema FILE      validate documents against this GraphQL schema (SDL, may be .gz) first
                  --no-limits        do not enforce New Relic's limits
                  --misbehave SPEC   mode[:requests][,key=value...]; may be repeated. Modes:
                """);
        for (FaultType mode : FaultType.values()) {
            OUT.printf("      %-22s %s%n", mode.word(), mode.meaning());
        }
    }
}
