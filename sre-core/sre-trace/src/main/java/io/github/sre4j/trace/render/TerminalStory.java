package io.github.sre4j.trace.render;

import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.story.Arg;
import io.github.sre4j.trace.story.Fact;
import io.github.sre4j.trace.story.StoryLine;
import io.github.sre4j.trace.story.TraceStory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
                lines.forEach(line -> paragraph(out, Wrapping.of(words.of(line), width - 2)));
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
                .ifPresent(line -> out.append(String.join("\n  ", Wrapping.of(words.of(line), width - 2)))
                        .append('\n'));
        Budget budget = new Budget(width, out, words, colour, new HashSet<>());
        boolean failed = !story.lines(StoryLine.Part.FAILED).isEmpty();
        budget.part(story, StoryLine.Part.FAILED, 6);
        budget.part(story, StoryLine.Part.TIME, failed ? 6 : 12);
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

    /** Writes the first sentences of parts in so many lines each, and only the next steps of what it wrote. */
    private record Budget(int width, StringBuilder out, StoryText words, boolean colour, Set<Fact> findings) {

        void part(TraceStory story, StoryLine.Part part, int most) {
            List<StoryLine> lines = story.lines(part).stream()
                    .filter(line -> part != StoryLine.Part.NEXT || isOfShown(line))
                    .toList();
            if (lines.isEmpty()) {
                return;
            }
            title(out, words.label("part." + part.id()), colour);
            int used = 1;
            for (StoryLine line : lines) {
                List<String> wrapped = Wrapping.of(words.of(line), width - 2);
                boolean fits = used + wrapped.size() <= most;
                if (used > 1 && !fits) {
                    return;
                }
                paragraph(out, fits ? wrapped : cut(wrapped, most - used));
                findingsOf(line).forEach(findings::add);
                used += wrapped.size();
            }
        }

        private boolean isOfShown(StoryLine line) {
            List<Fact> of = findingsOf(line);
            return of.isEmpty() || of.stream().anyMatch(findings::contains);
        }

        private static List<Fact> findingsOf(StoryLine line) {
            return line.facts().stream()
                    .filter(fact -> fact.kind() == Fact.Kind.FINDING)
                    .toList();
        }

        private List<String> cut(List<String> lines, int most) {
            List<String> first = new ArrayList<>(lines.subList(0, Math.max(1, most)));
            String last = first.get(first.size() - 1);
            first.set(first.size() - 1, last.substring(0, Math.min(last.length(), width - 3)) + "…");
            return first;
        }
    }

    private static void title(StringBuilder out, String title, boolean colour) {
        String plain = title.replace(Wrapping.HARD_BLANK, ' ');
        out.append(colour ? BOLD + plain + PLAIN : plain).append('\n');
    }

    private static void paragraph(StringBuilder out, List<String> lines) {
        String lead = "- ";
        for (String line : lines) {
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
