package io.github.sre4j.examples.standin.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** A selected number: the SQL aggregates it needs, what each is over no events, and how the number comes of them. */
record Measure(List<Column> columns, Finish finish) {
    record Column(Sql aggregate, @Nullable Object onNothing) {}

    interface Finish {
        /** Makes the number of the cells; {@code millis} is the length of the bucket, or of the window. */
        @Nullable
        Object of(List<Object> cells, double millis);
    }

    static Measure constant(@Nullable Object value) {
        return new Measure(List.of(), (cells, millis) -> value);
    }

    /** One aggregate that is the answer itself. */
    static Measure of(Sql aggregate, @Nullable Object onNothing) {
        return new Measure(List.of(new Column(aggregate, onNothing)), (cells, millis) -> cells.get(0));
    }

    Measure then(java.util.function.UnaryOperator<@Nullable Object> step) {
        return new Measure(columns, (cells, millis) -> step.apply(finish.of(cells, millis)));
    }

    /** Both, and a number made of the two; null if either is no number. */
    static Measure combine(Measure left, Measure right, BinaryOperator<@Nullable Double> operator) {
        List<Column> both = new ArrayList<>(left.columns);
        both.addAll(right.columns);
        int split = left.columns.size();
        return new Measure(both, (cells, millis) -> {
            Object a = left.finish.of(cells.subList(0, split), millis);
            Object b = right.finish.of(cells.subList(split, cells.size()), millis);
            return a instanceof Number x && b instanceof Number y
                    ? operator.apply(x.doubleValue(), y.doubleValue())
                    : null;
        });
    }

    /** What it is where there is not one event. */
    @Nullable
    Object onNothing(long millis) {
        List<Object> cells = new ArrayList<>();
        for (Column column : columns) {
            addNullable(cells, column.onNothing());
        }
        return finish.of(cells, (double) millis);
    }

    @SuppressWarnings("NullAway") // null is a value of a row here
    private static void addNullable(List<Object> cells, @Nullable Object value) {
        cells.add(value);
    }
}
