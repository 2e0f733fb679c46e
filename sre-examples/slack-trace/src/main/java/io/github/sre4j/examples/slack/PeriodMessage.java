package io.github.sre4j.examples.slack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A message of Slack with preformatted text below its first line. */
final class PeriodMessage {

    /** Columns that fit into a message without wrapping. */
    static final int WIDTH = 72;

    private static final int MAX_CHARS = 2_900;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PeriodMessage() {}

    /** Returns the message as JSON. */
    static String of(String text) {
        String safe = text.replace("`", "'")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        String bounded = safe.length() > MAX_CHARS ? safe.substring(0, MAX_CHARS) + "…" : safe;
        ObjectNode message =
                JSON.createObjectNode().put("text", bounded.lines().findFirst().orElse(""));
        message.putArray("blocks")
                .addObject()
                .put("type", "section")
                .putObject("text")
                .put("type", "mrkdwn")
                .put("text", "```" + bounded + "```");
        return message.toString();
    }
}
