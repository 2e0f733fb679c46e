package io.github.sre4j.report.markdown;

import java.util.List;
import java.util.function.IntFunction;

/** Puts sections together within a number of characters: rows that do not fit are left out from the end of their section, and counted there. */
final class Document {

    private final int mostCharacters;
    private final IntFunction<String> leftOut;

    /**
     * Makes a document.
     *
     * @param mostCharacters the longest it may be, enough for what is never left out
     * @param leftOut says how many rows are missing
     */
    Document(int mostCharacters, IntFunction<String> leftOut) {
        this.mostCharacters = mostCharacters;
        this.leftOut = leftOut;
    }

    String join(List<MarkdownSection> sections) {
        int room = mostCharacters;
        for (MarkdownSection section : sections) {
            room -= section.fixedLength()
                    + (section.rows().isEmpty()
                            ? 0
                            : note(section.rows().size()).length());
        }
        StringBuilder all = new StringBuilder();
        for (MarkdownSection section : sections) {
            all.append(section.before());
            int shown = 0;
            for (String row : section.rows()) {
                if (row.length() > room) {
                    break;
                }
                all.append(row);
                room -= row.length();
                shown++;
            }
            if (shown < section.rows().size()) {
                all.append(note(section.rows().size() - shown));
                // What is left is not for later sections: they matter less than the rows that just did not fit.
                room = 0;
            }
            all.append(section.after());
        }
        return all.toString().stripTrailing() + "\n";
    }

    private String note(int rows) {
        return "\n" + leftOut.apply(rows) + "\n";
    }
}
