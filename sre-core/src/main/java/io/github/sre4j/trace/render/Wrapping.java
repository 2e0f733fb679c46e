package io.github.sre4j.trace.render;

import io.github.sre4j.text.Columns;
import java.util.ArrayList;
import java.util.List;

/** Breaks a paragraph into lines of so many columns, at blanks, or inside a word that is too long or between East Asian characters. */
final class Wrapping {

    private Wrapping() {}

    static List<String> of(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            int room = width - Columns.width(line.toString()) - (line.isEmpty() ? 0 : 1);
            if (Columns.width(word) <= room) {
                line.append(line.isEmpty() ? "" : " ").append(word);
                continue;
            }
            if (!line.isEmpty() && Columns.width(word) <= width) {
                lines.add(line.toString());
                line = new StringBuilder(word);
                continue;
            }
            line.append(line.isEmpty() ? "" : " ");
            for (int c : word.codePoints().toArray()) {
                String character = new String(Character.toChars(c));
                if (Columns.width(line + character) > width) {
                    lines.add(line.toString().stripTrailing());
                    line = new StringBuilder();
                }
                line.append(character);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
