package io.github.sre4j.examples.slack;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What Slack gave the app. Secrets: never printed.
 *
 * @param signingSecret by which requests of Slack are told from others
 * @param botToken with which messages are posted
 * @param slackApi where Slack's methods are, ends with a slash
 * @param channels ids of the channels in which stories may be told; empty for all
 */
public record Settings(String signingSecret, String botToken, String slackApi, Set<String> channels) {

    /** Where Slack is. */
    public static final String SLACK = "https://slack.com/api/";

    /** Copies the set. */
    public Settings {
        channels = Set.copyOf(channels);
    }

    /**
     * From environment variables.
     *
     * @throws IllegalArgumentException if one is missing; the message names it
     */
    public static Settings of(Map<String, String> environment) {
        Set<String> channels = new LinkedHashSet<>();
        Arrays.stream(environment.getOrDefault("SRE_SLACK_CHANNELS", "").split(",", -1))
                .map(String::strip)
                .filter(channel -> !channel.isEmpty())
                .forEach(channels::add);
        return new Settings(
                required(environment, "SLACK_SIGNING_SECRET", "the signing secret of the app (Basic Information)"),
                required(
                        environment,
                        "SLACK_BOT_TOKEN",
                        "the bot token of the app (OAuth & Permissions), it begins with xoxb-"),
                environment.getOrDefault("SLACK_API_URL", SLACK),
                channels);
    }

    static String required(Map<String, String> environment, String name, String what) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set; it holds " + what);
        }
        return value.strip();
    }

    @Override
    public String toString() {
        return "Settings[" + slackApi + ", channels=" + channels + "]";
    }
}
