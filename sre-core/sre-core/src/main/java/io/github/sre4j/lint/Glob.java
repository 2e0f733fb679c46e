package io.github.sre4j.lint;

import io.github.sre4j.sli.EndpointPattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The steps of a pattern, as an automaton takes them: position {@code i} stands before step {@code i}, the last one at the end. */
record Glob(List<Step> steps) {

    /** What one step takes: a character, or a run of any or of all but slashes. */
    record Step(Kind kind, char literal) {

        enum Kind {
            LITERAL,
            SEGMENT,
            ANY
        }

        boolean isRun() {
            return kind != Kind.LITERAL;
        }

        boolean takes(char c) {
            return switch (kind) {
                case LITERAL -> c == literal;
                case SEGMENT -> c != '/';
                case ANY -> true;
            };
        }
    }

    static Glob of(EndpointPattern pattern) {
        String text = pattern.text();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' && text.startsWith("**", i)) {
                steps.add(new Step(Step.Kind.ANY, '*'));
                i++;
            } else if (c == '*') {
                steps.add(new Step(Step.Kind.SEGMENT, '*'));
            } else {
                i += c == '\\' ? 1 : 0;
                steps.add(new Step(Step.Kind.LITERAL, text.charAt(i)));
            }
        }
        return new Glob(List.copyOf(steps));
    }

    /** Adds a position and those that are reached from it without a character. */
    void enter(int position, int offset, BitSet reached) {
        int at = position;
        reached.set(offset + at);
        while (at < steps.size() && steps.get(at).isRun()) {
            at++;
            reached.set(offset + at);
        }
    }

    /** Adds what is reached from a position with a character. */
    void advance(int position, char c, int offset, BitSet reached) {
        if (position < steps.size() && steps.get(position).takes(c)) {
            enter(steps.get(position).isRun() ? position : position + 1, offset, reached);
        }
    }
}
