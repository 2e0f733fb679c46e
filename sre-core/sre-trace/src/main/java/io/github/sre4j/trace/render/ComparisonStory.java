package io.github.sre4j.trace.render;

import io.github.sre4j.text.Markdown;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.compare.CohortComparison;
import io.github.sre4j.trace.compare.Cohorts;
import io.github.sre4j.trace.compare.PairComparison;
import java.util.List;

/** A comparison in words, for a terminal and as Markdown. Immutable and safe to share. */
public final class ComparisonStory {

    private static final Style MARKDOWN = new Style() {
        @Override
        public String name(String untrusted) {
            return Markdown.code(untrusted);
        }

        @Override
        public String words(String untrusted) {
            return "“" + Markdown.prose(untrusted) + "”";
        }
    };

    private final List<ComparisonLines.Line> lines;

    ComparisonStory(List<ComparisonLines.Line> lines) {
        this.lines = lines;
    }

    /** What differs between slow and normal requests of an endpoint. */
    public static ComparisonStory of(String endpoint, Cohorts.Split split, CohortComparison comparison) {
        return new ComparisonStory(ComparisonLines.of(endpoint, split, comparison));
    }

    /** What differs between two requests. */
    public static ComparisonStory of(PairComparison pair) {
        return new ComparisonStory(ComparisonLines.of(pair));
    }

    /**
     * As text, lines ended by line feeds.
     *
     * @param width columns, at least 40
     */
    public String terminal(Texts texts, int width) {
        StoryText words = new StoryText(texts, TerminalStory.wrapped());
        StringBuilder out = new StringBuilder();
        for (ComparisonLines.Line line : lines) {
            String lead = line.depth() == 0 ? "" : line.depth() == 1 ? "- " : "  ";
            for (String row : Wrapping.of(words.sentence(line.key(), line.values()), width - lead.length())) {
                out.append(lead).append(row).append('\n');
                lead = " ".repeat(lead.length());
            }
            out.append(line.depth() == 0 ? "\n" : "");
        }
        return out.toString();
    }

    /** As Markdown, lines ended by line feeds. */
    public String markdown(Texts texts) {
        StoryText words = new StoryText(texts, MARKDOWN);
        StringBuilder out = new StringBuilder();
        for (ComparisonLines.Line line : lines) {
            String sentence = words.sentence(line.key(), line.values());
            switch (line.depth()) {
                case 0 -> out.append("## ").append(sentence).append("\n\n");
                case 1 -> out.append("- ").append(sentence).append('\n');
                default -> out.append("  ").append(sentence).append('\n');
            }
        }
        return out.toString();
    }
}
