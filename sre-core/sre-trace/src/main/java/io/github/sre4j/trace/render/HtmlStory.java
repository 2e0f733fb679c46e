package io.github.sre4j.trace.render;

import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.story.Arg;
import io.github.sre4j.trace.story.Fact;
import io.github.sre4j.trace.story.StoryLine;
import io.github.sre4j.trace.story.TraceStory;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A story as one self-contained HTML page: no script, nothing loaded from elsewhere and a policy that forbids it, headings and a table
 * that a screen reader can walk through, log lines beside the spans that wrote them.
 */
public final class HtmlStory {

    private static final int MAX_ROWS = 1_000;

    private static final Style STYLE = new Style() {
        @Override
        public String name(String untrusted) {
            return "<code>" + Html.escape(untrusted) + "</code>";
        }

        @Override
        public String words(String untrusted) {
            return "<q>" + Html.escape(untrusted) + "</q>";
        }

        @Override
        public String place(String untrusted, @Nullable String url) {
            return url != null && url.startsWith("https://")
                    ? "<a href=\"" + Html.escape(url) + "\" rel=\"noreferrer\">" + name(untrusted) + "</a>"
                    : name(untrusted);
        }

        @Override
        public String own(String text) {
            return Html.escape(text);
        }
    };

    private HtmlStory() {}

    /** The page. */
    public static String of(TraceStory story, Texts texts) {
        StoryText words = new StoryText(texts, STYLE);
        StoryText plain = new StoryText(texts, TerminalStory.style());
        String title = StoryTitle.of(story, plain);
        String id = plain.sentence("title", List.of(new Arg.Name(story.trace().id())));
        StringBuilder out = new StringBuilder();
        head(out, texts, title);
        out.append("<input type=\"checkbox\" id=\"ids\"><label for=\"ids\"> ")
                .append(words.label("html.ids"))
                .append("</label>\n<p class=\"facts\">")
                .append(Html.escape(id))
                .append("</p>\n");
        for (StoryLine.Part part : StoryLine.Part.values()) {
            part(out, story, part, words, texts);
        }
        return foot(out, words);
    }

    /** Returns how names and sentences of telemetry are written on a page. */
    static Style style() {
        return STYLE;
    }

    /** Appends everything up to the title of the page. */
    static void head(StringBuilder out, Texts texts, String title) {
        StoryText words = new StoryText(texts, STYLE);
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(texts.locale().getLanguage())
                .append("\">\n<head>\n");
        out.append(
                "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " 'unsafe-inline'\">\n");
        out.append("<title>").append(Html.escape(title)).append("</title>\n");
        out.append("<style>\n").append(Html.CSS).append("</style>\n</head>\n<body>\n");
        out.append("<a class=\"skip\" href=\"#story\">")
                .append(words.label("html.skip"))
                .append("</a>\n");
        out.append("<main id=\"story\" tabindex=\"-1\">\n<h1>")
                .append(Html.escape(title))
                .append("</h1>\n");
    }

    /** Appends the end of a page and returns the whole. */
    static String foot(StringBuilder out, StoryText words) {
        out.append("<p class=\"note\">").append(words.label("html.generated")).append("</p>\n");
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void part(StringBuilder out, TraceStory story, StoryLine.Part part, StoryText words, Texts texts) {
        List<StoryLine> lines = story.lines(part);
        if (lines.isEmpty()) {
            return;
        }
        String id = part.id();
        out.append("<section aria-labelledby=\"")
                .append(id)
                .append("\">\n<h2 id=\"")
                .append(id)
                .append("\">");
        out.append(words.label("part." + id)).append("</h2>\n<ul>\n");
        ShownFacts shown = new ShownFacts();
        for (StoryLine line : lines) {
            out.append("<li>")
                    .append(words.of(line))
                    .append(facts(shown.of(line)))
                    .append("</li>\n");
        }
        out.append("</ul>\n");
        if (part == StoryLine.Part.LOGS) {
            cited(out, story, words, texts);
        }
        if (part == StoryLine.Part.TIME) {
            new HtmlWaterfall(story, words, texts.formats()).append(out, Waterfall.of(story.analysis(), MAX_ROWS));
        }
        out.append("</section>\n");
    }

    private static void cited(StringBuilder out, TraceStory story, StoryText words, Texts texts) {
        List<LogLine> cited = CitedLogs.notQuoted(story);
        if (cited.isEmpty()) {
            return;
        }
        out.append("<details><summary>").append(words.label("logs.cited")).append("</summary>\n<ul class=\"l\">\n");
        for (LogLine line : cited) {
            out.append("<li id=\"log-")
                    .append(Html.escape(line.id()))
                    .append("\">")
                    .append(Html.escape(CitedLogLine.of(line, story.trace(), texts)))
                    .append(" <small class=\"facts\">log:")
                    .append(Html.escape(line.id()))
                    .append("</small></li>\n");
        }
        out.append("</ul></details>\n");
    }

    private static String facts(List<Fact> facts) {
        if (facts.isEmpty()) {
            return "";
        }
        return facts.stream()
                .map(fact -> Html.escape(fact.toString()))
                .collect(Collectors.joining(" ", " <small class=\"facts\">", "</small>"));
    }
}
