package io.github.sre4j.examples.standin.nrql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A SELECT with all its clauses; a clause that is not there is null, false or empty. */
public record Query(
        List<SelectItem> select,
        List<String> from,
        @Nullable Cond where,
        @Nullable Facet facet,
        @Nullable TimeSeries timeSeries,
        @Nullable Integer limit,
        @Nullable TimePoint since,
        @Nullable TimePoint until,
        TimePoint.@Nullable Ago compareWith,
        List<Order> orderBy,
        boolean extrapolate,
        @Nullable String timezone)
        implements Statement {

    /** {@code LIMIT MAX}, and the largest limit there is. */
    public static final int LIMIT_MAX = 5_000;

    public Query {
        select = List.copyOf(select);
        from = List.copyOf(from);
        orderBy = List.copyOf(orderBy);
    }

    public record Order(Expr by, boolean descending) {}

    /** The width of the buckets. */
    public sealed interface TimeSeries {
        record Every(double amount, TimeUnit unit) implements TimeSeries {}

        record Auto() implements TimeSeries {}

        record Max() implements TimeSeries {}
    }
}
