package io.github.sre4j.newrelic.nrql;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One query. Immutable: each method answers a new query. Every selected item has an alias, so that answers are read by names of our choice.
 */
public final class Nrql {

    /** The most rows or facets NRDB returns. */
    public static final int LIMIT_MAX = 5_000;

    /** The most buckets NRDB returns for one value. */
    public static final int MAX_BUCKETS = 366;

    /** New Relic limits the length of a query, to a number it does not publish; ours stay far below what has been seen to work. */
    private static final int LONGEST = 16_000;

    private static final Pattern ALIAS = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern EVENT_TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9_:]*");

    private final String eventType;
    private final Map<String, Aggregate> items;
    private final @Nullable Condition condition;
    private final List<Attribute> facet;
    private final @Nullable Instant since;
    private final @Nullable Instant until;
    private final int rows;
    private final int facets;
    private final boolean byHour;

    private Nrql(
            String eventType,
            Map<String, Aggregate> items,
            @Nullable Condition condition,
            List<Attribute> facet,
            @Nullable Instant since,
            @Nullable Instant until,
            int rows,
            int facets,
            boolean byHour) {
        this.eventType = eventType;
        this.items = items;
        this.condition = condition;
        this.facet = facet;
        this.since = since;
        this.until = until;
        this.rows = rows;
        this.facets = facets;
        this.byHour = byHour;
    }

    /**
     * A query of that event type.
     *
     * @throws IllegalArgumentException if it is not a name NRQL knows
     */
    public static Nrql from(String eventType) {
        if (!EVENT_TYPE.matcher(eventType).matches()) {
            throw new InvalidInputException(Message.of(Nrql.class, "no-event-type", eventType));
        }
        return new Nrql(eventType, Map.of(), null, List.of(), null, null, 0, LIMIT_MAX, false);
    }

    /**
     * Selects something under an alias.
     *
     * @throws IllegalArgumentException if the alias is not made of letters and digits, or is taken
     */
    public Nrql select(String alias, Aggregate aggregate) {
        refuseBoth(rows == 0);
        if (!ALIAS.matcher(alias).matches() || Keywords.isOne(alias) || items.containsKey(alias)) {
            throw new IllegalArgumentException("'" + alias + "' cannot be an alias here");
        }
        Map<String, Aggregate> more = new LinkedHashMap<>(items);
        more.put(alias, aggregate);
        return new Nrql(eventType, more, condition, facet, since, until, rows, facets, byHour);
    }

    /**
     * The rows as they are, with all their attributes, in place of something computed from them.
     *
     * @param atMost how many; NRDB gives no more than {@value #LIMIT_MAX} and does not say that there are more
     * @throws IllegalStateException if something is selected
     */
    public Nrql rows(int atMost) {
        refuseBoth(items.isEmpty() && facet.isEmpty() && atMost > 0);
        return new Nrql(eventType, items, condition, List.of(), since, until, atMost, facets, byHour);
    }

    private static void refuseBoth(boolean one) {
        if (!one) {
            throw new IllegalStateException("rows are selected as they are, or something is computed from them");
        }
    }

    /** Only rows that satisfy this, and what was demanded before. */
    public Nrql where(Condition more) {
        Condition both = condition == null ? more : condition.and(more);
        return new Nrql(eventType, items, both, facet, since, until, rows, facets, byHour);
    }

    /** One row for each value of the attribute, or of several together, as many as NRDB gives. */
    public Nrql facet(Attribute... by) {
        refuseBoth(rows == 0);
        return new Nrql(eventType, items, condition, List.of(by), since, until, rows, facets, byHour);
    }

    /**
     * At most so many values of the attribute, those with most rows.
     *
     * @param atMost how many, 1 to {@value #LIMIT_MAX}
     */
    public Nrql limit(int atMost) {
        if (atMost < 1 || atMost > LIMIT_MAX) {
            throw new IllegalArgumentException("NRDB gives 1 to " + LIMIT_MAX + " facets, not " + atMost);
        }
        return new Nrql(eventType, items, condition, facet, since, until, rows, atMost, byHour);
    }

    /**
     * One row for each hour, of each value of the attribute. Buckets are full hours (UTC) only if the window begins and ends at one, and NRDB gives no more than
     * {@value #MAX_BUCKETS} of them.
     */
    public Nrql byHour() {
        refuseBoth(rows == 0);
        return new Nrql(eventType, items, condition, facet, since, until, rows, facets, true);
    }

    /** The window: {@code from} belongs to it, {@code to} does not. */
    public Nrql between(Instant from, Instant to) {
        return new Nrql(
                eventType,
                items,
                condition,
                facet,
                Objects.requireNonNull(from),
                Objects.requireNonNull(to),
                rows,
                facets,
                byHour);
    }

    /**
     * The query as text.
     *
     * @throws IllegalStateException if nothing is selected or no window is set
     * @throws IllegalArgumentException if the query has become longer than New Relic is known to take
     */
    public String text() {
        if ((items.isEmpty() && rows == 0) || since == null || until == null) {
            throw new IllegalStateException("a query needs something to select and a window");
        }
        StringBuilder text = new StringBuilder("SELECT ");
        text.append(
                rows > 0
                        ? "*"
                        : items.entrySet().stream()
                                .map(item -> item.getValue().nrql() + " AS '" + item.getKey() + "'")
                                .collect(Collectors.joining(", ")));
        text.append(" FROM ").append(eventType);
        if (condition != null) {
            text.append(" WHERE ").append(condition.nrql());
        }
        if (!facet.isEmpty()) {
            text.append(" FACET ")
                    .append(facet.stream().map(Attribute::nrql).collect(Collectors.joining(", ")))
                    .append(" LIMIT ")
                    .append(facets == LIMIT_MAX ? "MAX" : Integer.toString(facets));
        }
        if (byHour) {
            text.append(" TIMESERIES 1 hour");
        }
        if (rows > 0) {
            text.append(" LIMIT ").append(rows >= LIMIT_MAX ? "MAX" : Integer.toString(rows));
        }
        text.append(" SINCE ").append(since.toEpochMilli()).append(" UNTIL ").append(until.toEpochMilli());
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a query of " + text.length() + " characters is longer than New Relic is known to take");
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return (items.isEmpty() && rows == 0) || since == null ? "FROM " + eventType : text();
    }

    /** Seconds as NRQL compares them, exact to the nanosecond. */
    public static BigDecimal seconds(java.time.Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .stripTrailingZeros();
    }
}
