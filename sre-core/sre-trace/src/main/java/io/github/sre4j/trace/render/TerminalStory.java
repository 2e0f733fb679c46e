package io.github.sre4j.trace.render;

import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.story.Arg;
import io.github.sre4j.trace.story.StoryLine;
import io.github.sre4j.trace.story.TraceStory;
import java.util.List;

/** A story for a terminal: parts with their lines, and a waterfall. Nothing in it can move the cursor or colour the screen but we. */
public final class TerminalStory {

    /** Columns that fit everywhere. */
    public static final int WIDTH = 80;

    private static final int MAX_ROWS = 24;
    /** Lines of the brief story; the goal adds two. */
    private static final int MAX_BRIEF = 23;

    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private static final Style STYLE = new Style() {
        @Override
        public String name(String untrusted) {
            return TextEscaping.forTerminal(untrusted);
        }

        @Override
        public String words(String untrusted) {
            return "\"" + TextEscaping.forTerminal(untrusted) + "\"";
        }
    };

    /** As {@link #STYLE}, with blanks inside values that {@link Wrapping} does not break. */
    private static final Style WRAPPED = new Style() {
        @Override
        public String name(String untrusted) {
            return STYLE.name(untrusted);
        }

        @Override
        public String words(String untrusted) {
            return STYLE.words(untrusted);
        }

        @Override
        public String value(String text) {
            return text.replace(' ', Wrapping.HARD_BLANK);
        }
    };

    private TerminalStory() {}

    /** How names and sentences of telemetry are written where there is no markup. */
    public static Style style() {
        return STYLE;
    }

    /** The same, with values that {@link Wrapping} does not break. */
    static Style wrapped() {
        return WRAPPED;
    }

    /**
     * The story as text, lines ended by line feeds.
     *
     * @param story what to tell
     * @param texts the language
     * @param width columns, at least 40
     * @param colour whether titles are bold
     */
    public static String of(TraceStory story, Texts texts, int width, boolean colour) {
        StoryText words = new StoryText(texts, WRAPPED);
        StringBuilder out = new StringBuilder();
        title(out, StoryTitle.of(story, words), colour);
        out.append(words.sentence("title", List.of(new Arg.Name(story.trace().id()))))
                .append('\n');
        for (StoryLine.Part part : StoryLine.Part.values()) {
            List<StoryLine> lines = story.lines(part);
            if (!lines.isEmpty()) {
                out.append('\n');
                title(out, words.label("part." + part.id()), colour);
                lines.forEach(line -> paragraph(out, words.of(line), width));
                if (part == StoryLine.Part.TIME) {
                    waterfall(out, story, texts, words, width);
                }
            }
        }
        return out.toString();
    }

    /**
     * The story in few lines: what happened, why, where the time went, the next steps. The files have the rest.
     *
     * @param story what to tell
     * @param texts the language
     * @param width columns, at least 40
     * @param colour whether titles are bold
     */
    public static String brief(TraceStory story, Texts texts, int width, boolean colour) {
        StoryText words = new StoryText(texts, WRAPPED);
        StringBuilder out = new StringBuilder();
        title(out, StoryTitle.of(story, words), colour);
        out.append(words.sentence("title", List.of(new Arg.Name(story.trace().id()))))
                .append('\n');
        story.lines(StoryLine.Part.ASKED).stream()
                .filter(line -> line.key().equals("place.handler"))
                .findFirst()
                .ifPresent(line -> Wrapping.of(words.of(line), width)
                        .forEach(each -> out.append(each).append('\n')));
        Budget budget = new Budget(width, out, words, colour);
        budget.part(story, StoryLine.Part.FAILED, 6);
        budget.part(story, StoryLine.Part.TIME, 6);
        budget.part(story, StoryLine.Part.BACKGROUND, 3);
        if (story.trace().size() == 0) {
            budget.part(story, StoryLine.Part.ASKED, 4);
            budget.part(story, StoryLine.Part.LOGS, 5);
        }
        budget.part(
                story,
                StoryLine.Part.NEXT,
                Math.max(3, MAX_BRIEF - (int) out.toString().lines().count()));
        return out.toString();
    }

    /** Writes the first sentences of parts, whole, in so many lines each. */
    private record Budget(int width, StringBuilder out, StoryText words, boolean colour) {

        void part(TraceStory story, StoryLine.Part part, int most) {
            List<StoryLine> lines = story.lines(part);
            if (lines.isEmpty()) {
                return;
            }
            title(out, words.label("part." + part.id()), colour);
            int used = 1;
            for (StoryLine line : lines) {
                List<String> wrapped = Wrapping.of(words.of(line), width - 2);
                if (used > 1 && used + wrapped.size() > most) {
                    return;
                }
                paragraph(out, words.of(line), width);
                used += wrapped.size();
            }
        }
    }

    private static void title(StringBuilder out, String title, boolean colour) {
        out.append(colour ? BOLD + title + PLAIN : title).append('\n');
    }

    private static void paragraph(StringBuilder out, String text, int width) {
        String lead = "- ";
        for (String line : Wrapping.of(text, width - 2)) {
            out.append(lead).append(line).append('\n');
            lead = "  ";
        }
    }

    private static void waterfall(StringBuilder out, TraceStory story, Texts texts, StoryText words, int width) {
        Waterfall waterfall = Waterfall.of(story.analysis(), MAX_ROWS);
        out.append('\n');
        new WaterfallText(texts.formats(), width)
                .lines(story.trace(), waterfall)
                .forEach(line -> out.append(line).append('\n'));
        out.append(words.label("waterfall.legend")).append('\n');
        if (waterfall.hidden() > 0) {
            out.append(words.sentence("waterfall.more", List.of(new Arg.Count(waterfall.hidden()))))
                    .append('\n');
        }
    }
}
