package io.github.sre4j.alerts.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Message for Slack within its limits: 50 blocks, 3,000 characters in a section, 150 in a header. Immutable and thread-safe. */
public final class SlackDigest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_LINES = 40;
    private static final int MAX_SECTION = 2_900;
    private static final int MAX_HEADER = 150;

    private final Texts texts;

    /** Creates messages for a language. */
    public SlackDigest(Texts texts) {
        this.texts = texts;
    }

    /**
     * Returns the message as JSON.
     *
     * @param channel id of the channel for {@code chat.postMessage}, null for a webhook
     */
    public String json(Digest digest, @Nullable String channel) {
        ObjectNode root = MAPPER.createObjectNode();
        if (channel != null) {
            root.put("channel", channel);
        }
        String summary = say(summary(digest));
        root.put("text", cut(summary, MAX_SECTION));
        root.put("unfurl_links", false).put("unfurl_media", false);
        ArrayNode blocks = root.putArray("blocks");
        if (digest.lines().isEmpty()) {
            section(blocks, summary);
        } else {
            ObjectNode header = blocks.addObject().put("type", "header");
            header.putObject("text").put("type", "plain_text").put("text", cut(plain(summary), MAX_HEADER));
            sections(digest, blocks);
        }
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the lines for the console. */
    public List<String> lines(Digest digest) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.say(summary(digest)));
        digest.lines().stream()
                .limit(8)
                .forEach(line -> lines.add(texts.say(line.text().with(TextEscaping::forTerminal))));
        return lines;
    }

    private static Message summary(Digest digest) {
        String key = digest.first() ? "summary.first" : digest.lines().isEmpty() ? "summary.quiet" : "summary";
        return Message.of(
                Digest.class,
                key,
                digest.products(),
                digest.violations(),
                digest.lines().size());
    }

    private void sections(Digest digest, ArrayNode blocks) {
        StringBuilder section = new StringBuilder();
        for (DigestLine line :
                digest.lines().subList(0, Math.min(MAX_LINES, digest.lines().size()))) {
            String text = "• " + say(line.text()) + "\n";
            if (section.length() + text.length() > MAX_SECTION) {
                section(blocks, section.toString());
                section.setLength(0);
            }
            section.append(cut(text, MAX_SECTION));
        }
        if (digest.lines().size() > MAX_LINES) {
            section.append(say(Message.of(Digest.class, "more", digest.lines().size() - MAX_LINES)));
        }
        section(blocks, section.toString());
    }

    private static void section(ArrayNode blocks, String text) {
        ObjectNode block = blocks.addObject().put("type", "section");
        block.putObject("text").put("type", "mrkdwn").put("text", text);
    }

    private String say(Message message) {
        return texts.say(message.with(SlackDigest::escape));
    }

    /** Names come from telemetry: no mention, link or markup of theirs reaches the channel. */
    private static String escape(String text) {
        return TextEscaping.forTerminal(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("*", "\u2217")
                .replace("_", "_\u2060")
                .replace("~", "\u223C")
                .replace("`", "'")
                .replace("://", ":\u2060//");
    }

    private static String plain(String escaped) {
        return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
