package io.github.sre4j.examples.standin.nrql;

import io.github.sre4j.examples.standin.nrql.Facet.By;
import io.github.sre4j.examples.standin.nrql.Facet.Case;
import io.github.sre4j.examples.standin.nrql.Facet.Cases;
import io.github.sre4j.examples.standin.nrql.Query.Order;
import io.github.sre4j.examples.standin.nrql.Query.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads NRQL. The two orders {@code SELECT ... FROM} and {@code FROM ... SELECT}, then clauses in any order, each once. */
public final class NrqlParser extends ConditionParser {
    /** Nesting allowed in one query. */
    public static final int MAX_DEPTH = 100;

    /** Arithmetic operators allowed in one query. */
    static final int MAX_OPERATORS = 1_000;

    private static final int MAX_FACETS = 5;

    private @Nullable List<SelectItem> select;
    private @Nullable List<String> from;
    private @Nullable Cond where;
    private @Nullable Facet facet;
    private @Nullable TimeSeries timeSeries;
    private @Nullable Integer limit;
    private @Nullable TimePoint since;
    private @Nullable TimePoint until;
    private TimePoint.@Nullable Ago compareWith;
    private List<Order> orderBy = List.of();
    private boolean extrapolate;
    private @Nullable String timezone;

    private NrqlParser(Tokens in) {
        super(in);
    }

    /**
     * Reads a statement.
     *
     * @throws NrqlSyntaxException for anything that is none
     */
    public static Statement parse(String text) {
        return new NrqlParser(new Tokens(text)).statement();
    }

    /**
     * Reads a condition alone, as the query of an entity search is one.
     *
     * @throws NrqlSyntaxException for anything that is none
     */
    public static Cond parseCondition(String text) {
        NrqlParser parser = new NrqlParser(new Tokens(text));
        Cond condition = parser.condition();
        parser.in.expect(Token.Kind.END);
        return condition;
    }

    private Statement statement() {
        if (in.accept("show")) {
            in.expect("event");
            in.expect("types");
            while (in.peek().kind() != Token.Kind.END) {
                clause();
            }
            return new Statement.ShowEventTypes();
        }
        Token first = in.peek();
        if (!first.is("select") && !first.is("from")) {
            throw first.unexpected();
        }
        while (in.peek().kind() != Token.Kind.END) {
            clause();
        }
        List<SelectItem> items = select;
        boolean constant = items != null && items.stream().allMatch(item -> item.value() instanceof Expr.Num);
        List<String> types = from == null && constant ? List.of() : from;
        if (items == null || types == null) {
            throw in.peek().unexpected();
        }
        return new Query(
                items,
                types,
                where,
                facet,
                timeSeries,
                limit,
                since,
                until,
                compareWith,
                orderBy,
                extrapolate,
                timezone);
    }

    private void clause() {
        Token word = in.next();
        switch (word.lower()) {
            case "select" -> select = once(select, word, selectItems());
            case "from" -> from = once(from, word, eventTypes());
            case "where" -> where = once(where, word, condition());
            case "facet" -> facet = once(facet, word, facet());
            case "timeseries" -> timeSeries = once(timeSeries, word, timeSeries());
            case "limit" -> limit = once(limit, word, limit());
            case "since" -> since = once(since, word, new TimeParser(in).point());
            case "until" -> until = once(until, word, new TimeParser(in).point());
            case "compare" -> {
                in.expect("with");
                compareWith = once(compareWith, word, new TimeParser(in).ago());
            }
            case "order" -> {
                in.expect("by");
                orderBy = once(orderBy.isEmpty() ? null : orderBy, word, orders());
            }
            case "extrapolate" -> extrapolate = true;
            case "with" -> {
                in.expect("timezone");
                timezone = once(timezone, word, in.expect(Token.Kind.STRING).text());
            }
            default -> throw word.unexpected();
        }
        if (word.kind() != Token.Kind.WORD) {
            throw word.unexpected();
        }
    }

    private static <T> T once(@Nullable T before, Token clause, T now) {
        if (before != null) {
            throw clause.unexpected();
        }
        return now;
    }

    private List<SelectItem> selectItems() {
        List<SelectItem> items = new ArrayList<>();
        do {
            if (in.acceptSymbol("*")) {
                items.add(new SelectItem(new Expr.Star(), null));
            } else {
                Expr value = expression();
                items.add(new SelectItem(value, alias()));
            }
        } while (in.acceptSymbol(","));
        return items;
    }

    private @Nullable String alias() {
        if (!in.accept("as")) {
            return null;
        }
        Token name = in.next();
        if (name.kind() == Token.Kind.SYMBOL || name.kind() == Token.Kind.END || name.kind() == Token.Kind.NUMBER) {
            throw name.unexpected();
        }
        return name.text();
    }

    private List<String> eventTypes() {
        List<String> types = new ArrayList<>();
        do {
            Token type = in.next();
            boolean name = type.kind() == Token.Kind.QUOTED_NAME
                    || (type.kind() == Token.Kind.WORD && !Keywords.isReserved(type.text()));
            if (!name) {
                throw type.unexpected();
            }
            types.add(type.text());
        } while (in.acceptSymbol(","));
        return types;
    }

    private Facet facet() {
        if (in.peek().is("cases") && in.peek(1).isSymbol("(")) {
            return cases();
        }
        List<SelectItem> items = new ArrayList<>();
        do {
            Token start = in.peek();
            if (items.size() == MAX_FACETS) {
                throw start.error("at most " + MAX_FACETS + " attributes can be faceted");
            }
            Expr value = expression();
            items.add(new SelectItem(value, alias()));
        } while (in.acceptSymbol(","));
        return new By(items);
    }

    private Cases cases() {
        in.next();
        in.expectSymbol("(");
        List<Case> cases = new ArrayList<>();
        do {
            in.expect("where");
            Cond condition = condition();
            cases.add(new Case(condition, alias()));
        } while (in.acceptSymbol(","));
        in.expectSymbol(")");
        Expr.Attr otherwise = null;
        if (in.accept("or")) {
            Token start = in.peek();
            if (!(expression() instanceof Expr.Attr attribute)) {
                throw start.unexpected();
            }
            otherwise = attribute;
        }
        return new Cases(cases, otherwise);
    }

    private TimeSeries timeSeries() {
        if (in.accept("auto")) {
            return new TimeSeries.Auto();
        }
        if (in.accept("max")) {
            return new TimeSeries.Max();
        }
        if (in.peek().kind() != Token.Kind.NUMBER) {
            return new TimeSeries.Auto();
        }
        double amount = number(in.next());
        return new TimeSeries.Every(amount, new TimeParser(in).unit());
    }

    private int limit() {
        if (in.accept("max")) {
            return Query.LIMIT_MAX;
        }
        Token token = in.expect(Token.Kind.NUMBER);
        double value = number(token);
        if (value != Math.rint(value) || value < 1 || value > Query.LIMIT_MAX) {
            throw token.error("unexpected '" + token.text() + "': LIMIT takes 1 to " + Query.LIMIT_MAX + " or MAX");
        }
        return (int) value;
    }

    private List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        do {
            Expr by = expression();
            boolean descending = in.accept("desc");
            if (!descending) {
                in.accept("asc");
            }
            orders.add(new Order(by, descending));
        } while (in.acceptSymbol(","));
        return orders;
    }
}
