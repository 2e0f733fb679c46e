package io.github.sre4j.advisor.report;

import io.github.sre4j.advisor.remedy.SketchLine;
import java.util.ArrayList;
import java.util.List;

/** The part of a sketch that people read on a terminal or a page: what is imported stands in the files. */
final class SketchHunks {

    private SketchHunks() {}

    /** Without imports and without hunks that hold nothing else, and with {@code ~} between hunks alone. */
    public static List<SketchLine> forEyes(List<SketchLine> sketch) {
        List<SketchLine> shown = new ArrayList<>();
        List<SketchLine> hunk = new ArrayList<>();
        for (SketchLine line : sketch) {
            if (line.mark() == '~') {
                add(hunk, shown);
                hunk.clear();
                hunk.add(line);
            } else if (hunk.isEmpty()) {
                shown.add(line);
            } else {
                hunk.add(line);
            }
        }
        add(hunk, shown);
        return shown;
    }

    private static void add(List<SketchLine> hunk, List<SketchLine> shown) {
        List<SketchLine> code = new ArrayList<>(hunk);
        code.removeIf(line -> line.mark() == '~' || line.text().startsWith("import "));
        while (!code.isEmpty() && code.get(0).text().isBlank()) {
            code.remove(0);
        }
        if (code.stream().allMatch(line -> line.mark() == ' ')) {
            return;
        }
        if (shown.stream().anyMatch(line -> line.mark() != '@')) {
            shown.add(hunk.get(0));
        }
        shown.addAll(code);
    }
}
