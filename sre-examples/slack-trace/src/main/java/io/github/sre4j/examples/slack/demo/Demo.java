package io.github.sre4j.examples.slack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sre4j.examples.slack.Main;
import io.github.sre4j.examples.slack.SlackServer;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Types {@code /nr <trace id>} in a Slack that is not there, and shows what it is answered. Arguments: the folder of event files, a trace id, and
 * perhaps a language.
 */
public final class Demo {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SECRET = "no-secret-only-for-this-demonstration";
    private static final String TOKEN = "xoxb-no-token-only-for-this-demonstration";

    private Demo() {}

    /** Ends with status 2 if the arguments are wrong. */
    public static void main(String[] args) throws Exception {
        if (args.length < 2) {
            System.err.println("arguments: a folder of event files, a trace id, and perhaps en or ja");
            System.exit(2);
        }
        try (NerdGraphEmulator newRelic = NerdGraphEmulator.start(
                        StandinOptions.DEFAULT.withEvents(Path.of(args[0])).withNowAtEndOfEvents());
                LocalSlack slack = new LocalSlack(SECRET, TOKEN)) {
            Map<String, String> environment = new HashMap<>();
            environment.put("SLACK_SIGNING_SECRET", SECRET);
            environment.put("SLACK_BOT_TOKEN", TOKEN);
            environment.put("SLACK_API_URL", slack.api());
            environment.put("SRE_NERDGRAPH_URL", newRelic.url().toString());
            environment.put("NEW_RELIC_API_KEY", newRelic.apiKey());
            environment.put("SRE_LOCALE", args.length > 2 ? args[2] : "en");
            environment.put("PORT", "0");
            try (SlackServer app = Main.start(environment, Clock.systemUTC())) {
                URI address = URI.create("http://127.0.0.1:" + app.port() + "/slack/events");
                long began = System.nanoTime();
                String answer = slack.command(address, args[1], "C1", "U1").body();
                OUT.println("After " + millis(began) + " ms, to the one who asked alone:");
                OUT.println("  " + JSON.readTree(answer).path("text").asText());
                boolean more = true;
                while (more) {
                    LocalSlack.Message message = slack.messages().poll(20, TimeUnit.SECONDS);
                    if (message == null) {
                        OUT.println("Nothing more came within 20 seconds.");
                        break;
                    }
                    show(message, millis(began));
                    more = message.to().equals("chat.postMessage")
                            && !message.fields().containsKey("blocks");
                }
            }
        }
    }

    private static void show(LocalSlack.Message message, long millis) throws Exception {
        String where = message.fields().containsKey("thread_ts") ? "in its thread" : "in the channel";
        OUT.println();
        OUT.println("After " + millis + " ms, by " + message.to() + ", "
                + (message.to().equals("response_url") ? "to the one who asked alone" : where) + ":");
        String blocks = message.fields().get("blocks");
        if (blocks == null) {
            String json = message.fields().get("json");
            OUT.println(
                    json == null
                            ? message.fields().get("text")
                            : JSON.readTree(json).path("text").asText());
            return;
        }
        for (JsonNode block : JSON.readTree(blocks)) {
            OUT.println(block.path("text").path("text").asText());
        }
    }

    private static long millis(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
