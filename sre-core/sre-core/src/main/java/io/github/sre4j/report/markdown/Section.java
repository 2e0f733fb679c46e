package io.github.sre4j.report.markdown;

import java.util.List;

/**
 * A part of the document of which rows may be left out.
 *
 * @param before what stands before the rows, line ends included
 * @param rows the rows, each with its line end, most important first
 * @param after what stands after them
 */
record Section(String before, List<String> rows, String after) {

    Section {
        rows = List.copyOf(rows);
    }

    /** Text that is never left out. */
    static Section of(String text) {
        return new Section(text + "\n\n", List.of(), "");
    }

    int fixedLength() {
        return before.length() + after.length();
    }
}
