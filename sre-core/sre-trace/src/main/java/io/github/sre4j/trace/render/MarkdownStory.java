package io.github.sre4j.trace.render;

import io.github.sre4j.text.Markdown;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.story.Arg;
import io.github.sre4j.trace.story.Fact;
import io.github.sre4j.trace.story.StoryLine;
import io.github.sre4j.trace.story.TraceStory;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A story as Markdown, for pull requests, issues and wikis: lists, the facts after each line, the waterfall as a code block. */
public final class MarkdownStory {

    private static final int MAX_ROWS = 30;
    private static final int WIDTH = 90;
    /** Addresses that end no link and hold no markup. */
    private static final Pattern LINK = Pattern.compile("https://[\\w./:@%#~+=-]+");

    private static final Style STYLE = new Style() {
        @Override
        public String name(String untrusted) {
            return Markdown.code(untrusted);
        }

        @Override
        public String words(String untrusted) {
            return "“" + Markdown.prose(untrusted) + "”";
        }

        @Override
        public String place(String untrusted, @Nullable String url) {
            return url != null && LINK.matcher(url).matches()
                    ? "[" + name(untrusted) + "](" + url + ")"
                    : name(untrusted);
        }
    };

    private MarkdownStory() {}

    /** The story, lines ended by line feeds. */
    public static String of(TraceStory story, Texts texts) {
        StoryText words = new StoryText(texts, STYLE);
        StringBuilder out = new StringBuilder("## ")
                .append(StoryTitle.of(story, words))
                .append("\n\n")
                .append(words.sentence(
                        "title", List.of(new Arg.Name(story.trace().id()))))
                .append("\n");
        for (StoryLine.Part part : StoryLine.Part.values()) {
            List<StoryLine> lines = story.lines(part);
            if (!lines.isEmpty()) {
                out.append("\n### ").append(words.label("part." + part.id())).append("\n\n");
                ShownFacts shown = new ShownFacts();
                lines.forEach(line -> out.append("- ")
                        .append(words.of(line))
                        .append(facts(shown.of(line)))
                        .append('\n'));
                if (part == StoryLine.Part.LOGS) {
                    cited(out, story, texts, words);
                }
                if (part == StoryLine.Part.TIME) {
                    waterfall(out, story, texts, words);
                }
            }
        }
        return out.toString();
    }

    private static void cited(StringBuilder out, TraceStory story, Texts texts, StoryText words) {
        List<LogLine> cited = CitedLogs.notQuoted(story);
        if (!cited.isEmpty()) {
            out.append("- ").append(words.label("logs.cited")).append('\n');
            cited.forEach(line -> out.append("  - ")
                    .append(Markdown.prose(CitedLogLine.of(line, story.trace(), texts)))
                    .append(" <sub>")
                    .append(Markdown.code("log:" + line.id()))
                    .append("</sub>\n"));
        }
    }

    private static String facts(List<Fact> facts) {
        return facts.stream()
                .map(fact -> "<sub>" + Markdown.code(fact.toString()) + "</sub>")
                .collect(Collectors.joining(" ", " ", ""))
                .stripTrailing();
    }

    private static void waterfall(StringBuilder out, TraceStory story, Texts texts, StoryText words) {
        Waterfall waterfall = Waterfall.of(story.analysis(), MAX_ROWS);
        String drawn = String.join("\n", new WaterfallText(texts.formats(), WIDTH).lines(story.trace(), waterfall));
        String fence = fence(drawn);
        out.append('\n')
                .append(fence)
                .append("text\n")
                .append(drawn)
                .append('\n')
                .append(fence)
                .append('\n');
        out.append('\n').append(words.label("waterfall.legend")).append('\n');
        if (waterfall.hidden() > 0) {
            out.append('\n')
                    .append(words.sentence("waterfall.more", List.of(new Arg.Count(waterfall.hidden()))))
                    .append('\n');
        }
    }

    /** Longer than any run of backticks inside, so that nothing inside ends the block. */
    private static String fence(String text) {
        int longest = 2;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return "`".repeat(longest + 1);
    }
}
