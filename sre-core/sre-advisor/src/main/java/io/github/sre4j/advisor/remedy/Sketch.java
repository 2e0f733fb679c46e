package io.github.sre4j.advisor.remedy;

import java.util.ArrayList;
import java.util.List;

/** Builds a sketch of lines for a file that is not at hand; changes of the product's own files are a {@link SourceEdit}. Not thread-safe. */
final class Sketch {

    private final List<SketchLine> lines = new ArrayList<>();

    /** Names the file that the next lines belong to. */
    Sketch file(String name) {
        return add('@', name);
    }

    Sketch keep(String text) {
        return add(' ', text);
    }

    Sketch come(String text) {
        return add('+', text);
    }

    List<SketchLine> lines() {
        return List.copyOf(lines);
    }

    private Sketch add(char mark, String text) {
        lines.add(new SketchLine(mark, text));
        return this;
    }
}
