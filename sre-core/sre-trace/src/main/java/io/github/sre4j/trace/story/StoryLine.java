package io.github.sre4j.trace.story;

import java.util.List;

/**
 * One statement of a story: a sentence of the bundle, its values, and the facts it rests on.
 *
 * @param part where in the story it belongs
 * @param key of the sentence in the bundle {@code trace.properties}
 * @param values what is inserted, by position
 * @param facts what it rests on, never empty
 */
public record StoryLine(Part part, String key, List<Arg> values, List<Fact> facts) {

    /** Copies the lists. */
    public StoryLine {
        values = List.copyOf(values);
        facts = List.copyOf(facts);
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("the line '" + key + "' rests on no fact");
        }
    }

    /** The parts of a story, in their order. */
    public enum Part {
        /** What was asked, and what came of it. */
        ASKED("asked"),
        /** What failed first and where. */
        FAILED("failed"),
        /** What took the time. */
        TIME("time"),
        /** Work that nothing waited for. */
        BACKGROUND("background"),
        /** What was there but does not matter. */
        HARMLESS("harmless"),
        /** What the logs say. */
        LOGS("logs"),
        /** What is not known, and what was mended. */
        MISSING("missing"),
        /** What to look at next. */
        NEXT("next");

        private final String id;

        Part(String id) {
            this.id = id;
        }

        /** The id in files and of the part's title in the bundle. */
        public String id() {
            return id;
        }
    }
}
