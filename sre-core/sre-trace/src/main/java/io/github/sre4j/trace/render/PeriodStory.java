package io.github.sre4j.trace.render;

import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.period.PeriodComparison;
import io.github.sre4j.trace.period.PeriodSelection;
import java.util.List;

/** The causes of what differs in a period, for a console, as Markdown and as a page. Immutable and thread-safe. */
public final class PeriodStory {

    private static final int CONSOLE_CAUSES = 3;
    private static final int CONSOLE_EVIDENCE = 2;
    private static final int FILE_EVIDENCE = 6;

    private final PeriodSelection selection;
    private final PeriodComparison comparison;

    /** A story of a comparison. */
    public PeriodStory(PeriodSelection selection, PeriodComparison comparison) {
        this.selection = selection;
        this.comparison = comparison;
    }

    /**
     * Returns the first causes, lines ended by line feeds.
     *
     * @param width columns, at least 40
     */
    public String terminal(Texts texts, int width) {
        return new ComparisonStory(PeriodLines.of(selection, comparison, CONSOLE_CAUSES, CONSOLE_EVIDENCE))
                .terminal(texts, width);
    }

    /** Returns all causes as Markdown, lines ended by line feeds. */
    public String markdown(Texts texts) {
        return new ComparisonStory(file()).markdown(texts);
    }

    /** Returns all causes as a self-contained page without scripts. */
    public String html(Texts texts) {
        StoryText words = new StoryText(texts, HtmlStory.style());
        StringBuilder out = new StringBuilder();
        HtmlStory.head(
                out,
                texts,
                new StoryText(texts, TerminalStory.style())
                        .sentence(file().get(0).key(), file().get(0).values()));
        boolean open = false;
        for (ComparisonLines.Line line : file().subList(1, file().size())) {
            String sentence = words.sentence(line.key(), line.values());
            if (line.depth() == 1) {
                out.append(open ? "</ul>\n" : "");
                open = line.key().equals("period.cause");
                out.append(open ? "<h2>" + sentence + "</h2>\n<ul>\n" : "<p>" + sentence + "</p>\n");
            } else {
                out.append("<li>").append(sentence).append("</li>\n");
            }
        }
        out.append(open ? "</ul>\n" : "");
        return HtmlStory.foot(out, words);
    }

    private List<ComparisonLines.Line> file() {
        return PeriodLines.of(selection, comparison, PeriodLines.MAX_CAUSES, FILE_EVIDENCE);
    }
}
