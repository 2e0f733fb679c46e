package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.call.CallShape;
import io.github.sre4j.trace.call.StatementScope;
import io.github.sre4j.trace.call.StatementShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of a trace's calls as small numbers, one for all calls that differ in values alone. Each is worked out when it is first asked for. Not
 * thread-safe.
 */
final class Shapes {

    private static final int UNKNOWN = -1;

    private final Trace trace;
    private final CallShape reader;
    /** By span: its shape's number plus one, or 0 as long as nobody asked. */
    private final int[] numbers;
    /** By span: a hash of its statement's values. */
    private final long[] values;

    private final boolean[] valuesKnown;
    private final List<Shape> shapes = new ArrayList<>();
    private final Map<String, Shape> byText = new HashMap<>();

    Shapes(Trace trace, CallShape reader) {
        this.trace = trace;
        this.reader = reader;
        this.numbers = new int[trace.size()];
        this.values = new long[trace.size()];
        this.valuesKnown = new boolean[trace.size()];
    }

    /** The number of a span's shape, from 0. */
    int number(int span) {
        int number = numbers[span] - 1;
        return number == UNKNOWN ? read(span) : number;
    }

    /** A span's shape as a text. */
    String text(int span) {
        return shapes.get(number(span)).text;
    }

    /** Whether a span's statement reads and does nothing else. */
    boolean readsOnly(int span) {
        return shapes.get(number(span)).readsOnly();
    }

    /** What statements of a span's shape do, told by the first of them that was asked about. */
    StatementScope.Kind scope(int span) {
        return shapes.get(number(span)).scope(trace.span(span));
    }

    /** How many shapes the spans have. */
    int distinct(int[] spans) {
        boolean[] seen = new boolean[shapes.size() + spans.length];
        int distinct = 0;
        for (int span : spans) {
            int number = number(span);
            distinct += seen[number] ? 0 : 1;
            seen[number] = true;
        }
        return distinct;
    }

    /** In how many ways the values of the spans' statements differ, or 0 if placeholders stand for some of them, so that nobody can tell. */
    int distinctValues(int[] spans) {
        long[] hashes = new long[spans.length];
        for (int i = 0; i < spans.length; i++) {
            number(spans[i]);
            if (!valuesKnown[spans[i]]) {
                return 0;
            }
            hashes[i] = values[spans[i]];
        }
        Arrays.sort(hashes);
        int distinct = hashes.length == 0 ? 0 : 1;
        for (int i = 1; i < hashes.length; i++) {
            distinct += hashes[i] == hashes[i - 1] ? 0 : 1;
        }
        return distinct;
    }

    private int read(int span) {
        String text = reader.of(trace.span(span));
        values[span] = reader.values();
        valuesKnown[span] = reader.valuesKnown();
        Shape shape = byText.get(text);
        if (shape == null) {
            shape = new Shape(text, shapes.size());
            shapes.add(shape);
            byText.put(text, shape);
        }
        numbers[span] = shape.number + 1;
        return shape.number;
    }

    private static final class Shape {
        private final String text;
        private final int number;
        private boolean asked;
        private boolean readsOnly;
        private StatementScope.@Nullable Kind scope;

        private Shape(String text, int number) {
            this.text = text;
            this.number = number;
        }

        private StatementScope.Kind scope(Span span) {
            StatementScope.Kind known = scope;
            if (known == null) {
                known = StatementScope.of(span).kind();
                scope = known;
            }
            return known;
        }

        private boolean readsOnly() {
            if (!asked) {
                readsOnly = StatementShape.readsOnly(text);
                asked = true;
            }
            return readsOnly;
        }
    }
}
