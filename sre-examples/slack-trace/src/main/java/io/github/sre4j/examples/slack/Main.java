package io.github.sre4j.examples.slack;

import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.Region;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.text.Texts;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/** Starts the app; all settings are environment variables. */
public final class Main {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final String DEFAULT_PORT = "3000";

    private Main() {}

    /** Ends with status 2 if a setting is missing or wrong. */
    public static void main(String[] args) throws Exception {
        try (SlackServer server = start(System.getenv(), Clock.systemUTC())) {
            OUT.println("Listening for Slack on port " + server.port() + ", path /slack/events");
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /**
     * Starts with these settings.
     *
     * @throws IllegalArgumentException if one is missing or wrong; the message names it and never its value
     */
    public static SlackServer start(Map<String, String> environment, Clock clock) throws Exception {
        Sentences sentences = new Sentences(Texts.of(environment.getOrDefault("SRE_LOCALE", "en")));
        Settings settings = Settings.of(environment);
        String address = environment.get("SRE_NERDGRAPH_URL");
        URI nerdGraph = address == null
                ? Region.of(environment.getOrDefault("NEW_RELIC_REGION", "us")).endpoint()
                : URI.create(address);
        UserKey key = UserKey.of(
                Settings.required(environment, "NEW_RELIC_API_KEY", "a user key of New Relic, it begins with NRAK-"),
                "the environment variable NEW_RELIC_API_KEY");
        NerdGraphOptions options =
                new NerdGraphOptions(nerdGraph, key, null, Duration.ofSeconds(20), Duration.ofSeconds(5));
        Stories stories = new NewRelicStories(
                () -> new NerdGraph(options, new BuildScope()), account(environment), clock, sentences);
        TraceApp app = new TraceApp(settings, stories, sentences, clock);
        return new SlackServer(app, new InetSocketAddress(port(environment)), Clock.systemUTC());
    }

    private static OptionalLong account(Map<String, String> environment) {
        String account = environment.get("NEW_RELIC_ACCOUNT_ID");
        return account == null || account.isBlank()
                ? OptionalLong.empty()
                : OptionalLong.of(number("NEW_RELIC_ACCOUNT_ID", account));
    }

    private static int port(Map<String, String> environment) {
        return Math.toIntExact(number("PORT", environment.getOrDefault("PORT", DEFAULT_PORT)));
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, not '" + text + "'", e);
        }
    }
}
