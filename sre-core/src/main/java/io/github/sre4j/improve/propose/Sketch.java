package io.github.sre4j.improve.propose;

import io.github.sre4j.code.Snippet;
import io.github.sre4j.code.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Builds a sketch around the present code. Not thread-safe. */
final class Sketch {

    private static final int LONGEST = 160;

    private final List<SketchLine> lines = new ArrayList<>();

    /** Names the file that the next lines belong to. */
    Sketch file(String name) {
        lines.add(new SketchLine('@', name));
        return this;
    }

    Sketch keep(String text) {
        return add(' ', text);
    }

    Sketch gone(String text) {
        return add('-', text);
    }

    Sketch come(String text) {
        return add('+', text);
    }

    List<SketchLine> lines() {
        return List.copyOf(lines);
    }

    private Sketch add(char mark, String text) {
        lines.add(new SketchLine(mark, text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
        return this;
    }

    /** The present code with a line put before the one of the place, at its indentation. */
    static List<SketchLine> insertBefore(Situation situation, SourcePlace place, String line) {
        return around(situation, place, 2, (sketch, present) -> {
            sketch.come(indent(present) + line);
            sketch.keep(present);
        });
    }

    /** The present code with the line of the place changed; only context if the change leaves it as it is. */
    static List<SketchLine> replace(Situation situation, SourcePlace place, UnaryOperator<String> change) {
        return around(situation, place, 2, (sketch, present) -> {
            String changed = change.apply(present);
            if (changed.equals(present)) {
                sketch.keep(present);
            } else {
                sketch.gone(present).come(changed);
            }
        });
    }

    /** What is done with the line of the place. */
    @FunctionalInterface
    interface Change {
        void apply(Sketch sketch, String present);
    }

    static List<SketchLine> around(Situation situation, SourcePlace place, int context, Change change) {
        Snippet snippet = situation.snippet(place, context).orElse(null);
        if (snippet == null) {
            return List.of();
        }
        Sketch sketch = new Sketch().file(snippet.file());
        for (int i = 0; i < snippet.lines().size(); i++) {
            String present = snippet.lines().get(i);
            if (snippet.firstLine() + i == place.line()) {
                change.apply(sketch, present);
            } else {
                sketch.keep(present);
            }
        }
        return sketch.lines();
    }

    static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
