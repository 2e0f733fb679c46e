package io.github.sre4j.trace.render.json;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.render.StoryText;
import io.github.sre4j.trace.render.Style;
import io.github.sre4j.trace.render.Waterfall;
import io.github.sre4j.trace.render.WaterfallText;
import io.github.sre4j.trace.story.Arg;
import io.github.sre4j.trace.story.StoryLine;
import io.github.sre4j.trace.story.TraceStory;
import java.util.ArrayList;
import java.util.List;

/**
 * A story as a Slack message in Block Kit: {@code text} for notifications and screen readers, and {@code blocks}. Keeps Slack's
 * limits: 50 blocks, 3,000 characters a text, 150 a header; what does not fit is counted. Nothing from telemetry can mention people,
 * link or format: names and sentences stand in code spans, and {@code <}, {@code >} and {@code &} are escaped.
 */
public final class SlackStory {

    private static final int MAX_BLOCKS = 50;
    private static final int MAX_TEXT = 3_000;
    private static final int MAX_HEADER = 150;
    /** Slack cuts the fallback at 40,000 characters and advises 4,000; a notification shows one line. */
    private static final int MAX_FALLBACK = 600;

    private static final int WATERFALL_ROWS = 18;
    private static final int WATERFALL_WIDTH = 72;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final Style STYLE = new Style() {
        @Override
        public String name(String untrusted) {
            return code(untrusted);
        }

        @Override
        public String words(String untrusted) {
            return code(untrusted);
        }
    };

    private final StoryText words;
    private final ArrayNode blocks = MAPPER.createArrayNode();
    private int leftOut;

    private SlackStory(Texts texts) {
        this.words = new StoryText(texts, STYLE);
    }

    /** The message: an object with a fallback and its blocks, to which a channel or thread can be added. */
    public static String of(TraceStory story, Texts texts) {
        return new SlackStory(texts).message(story, texts).toString();
    }

    private ObjectNode message(TraceStory story, Texts texts) {
        StoryText plain = new StoryText(texts, new Style() {
            @Override
            public String name(String untrusted) {
                return escaped(untrusted);
            }

            @Override
            public String words(String untrusted) {
                return escaped(untrusted);
            }
        });
        List<String> headline = story.headline().stream().map(plain::of).toList();
        ObjectNode message = MAPPER.createObjectNode();
        message.put("text", cut(String.join(" ", headline), MAX_FALLBACK));
        header(plain.sentence("title", List.of(new Arg.Name(story.trace().id()))));
        for (StoryLine.Part part : StoryLine.Part.values()) {
            part(story, part);
            if (part == StoryLine.Part.TIME && story.trace().size() > 1) {
                waterfall(story, texts);
            }
        }
        if (leftOut > 0) {
            section(words.sentence("slack.more", List.of(new Arg.Count(leftOut))));
        }
        message.set("blocks", blocks);
        return message;
    }

    private void header(String title) {
        ObjectNode block = blocks.addObject().put("type", "header");
        block.putObject("text")
                .put("type", "plain_text")
                .put("text", cut(title, MAX_HEADER))
                .put("emoji", false);
    }

    private void part(TraceStory story, StoryLine.Part part) {
        List<StoryLine> lines = story.lines(part);
        if (lines.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("*" + words.label("part." + part.id()) + "*");
        List<String> texts = new ArrayList<>();
        for (StoryLine line : lines) {
            String item = "\n• " + cut(words.of(line), MAX_TEXT / 2);
            if (text.length() + item.length() > MAX_TEXT) {
                texts.add(text.toString());
                text = new StringBuilder(item.strip());
            } else {
                text.append(item);
            }
        }
        texts.add(text.toString());
        for (String one : texts) {
            if (blocks.size() < MAX_BLOCKS - 2) {
                section(one);
            } else {
                leftOut += (int) one.chars().filter(c -> c == '•').count();
            }
        }
    }

    private void waterfall(TraceStory story, Texts texts) {
        if (blocks.size() >= MAX_BLOCKS - 2) {
            return;
        }
        List<String> rows = new WaterfallText(texts.formats(), WATERFALL_WIDTH)
                .lines(story.trace(), Waterfall.of(story.analysis(), WATERFALL_ROWS));
        StringBuilder drawn = new StringBuilder("```");
        for (String row : rows) {
            String line = entities(row.replace('`', '\'')) + "\n";
            if (drawn.length() + line.length() > MAX_TEXT - 3) {
                break;
            }
            drawn.append(line);
        }
        section(drawn.append("```").toString());
    }

    private void section(String markup) {
        ObjectNode block = blocks.addObject().put("type", "section");
        block.putObject("text").put("type", "mrkdwn").put("text", markup).put("verbatim", true);
    }

    private static String code(String untrusted) {
        String plain =
                entities(TextEscaping.forTerminal(untrusted).replace('`', '\'')).strip();
        return plain.isEmpty() ? "``" : "`" + plain + "`";
    }

    private static String escaped(String untrusted) {
        return entities(TextEscaping.forTerminal(untrusted));
    }

    private static String entities(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Cuts without leaving half an entity or half a character behind. */
    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = max - 2;
        int entity = text.lastIndexOf('&', end - 1);
        if (entity >= 0 && end - entity < 6 && text.indexOf(';', entity) >= end) {
            end = entity;
        }
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        String kept = text.substring(0, end);
        boolean openCode = kept.chars().filter(c -> c == '`').count() % 2 == 1;
        return kept + "…" + (openCode ? "`" : "");
    }
}
