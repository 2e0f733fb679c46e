package io.github.sre4j.examples.standin.nrql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Queries of every shape the syntax tree has, from a seed. */
final class RandomQueries {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "it's",
            "back\\slash",
            "per%cent",
            "{id} (GET)",
            "日本",
            "-- no comment",
            "new\nline",
            "`tick`",
            "\\'");

    private final Random random;

    RandomQueries(long seed) {
        this.random = new Random(seed);
    }

    Query query() {
        boolean window = random.nextBoolean();
        return new Query(
                list(1, 4, () -> new SelectItem(expr(3), random.nextBoolean() ? null : text())),
                list(1, 3, this::name),
                random.nextInt(3) == 0 ? null : cond(4),
                facet(),
                timeSeries(),
                random.nextBoolean() ? null : 1 + random.nextInt(Query.LIMIT_MAX),
                window ? point() : null,
                window ? point() : null,
                random.nextInt(4) == 0 ? new TimePoint.Ago(number(), unit()) : null,
                random.nextInt(3) == 0 ? list(1, 2, () -> new Query.Order(expr(2), random.nextBoolean())) : List.of(),
                random.nextBoolean(),
                random.nextInt(4) == 0 ? "Europe/Berlin" : null);
    }

    private <T> List<T> list(int least, int most, Supplier<T> item) {
        List<T> items = new ArrayList<>();
        int size = least + random.nextInt(most - least + 1);
        for (int i = 0; i < size; i++) {
            items.add(item.get());
        }
        return items;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String text() {
        return pick(TEXTS);
    }

    private String name() {
        return pick(List.of("Transaction", "http.statusCode", "select", "with space", "1digit", "a-b", "名前"));
    }

    /** Not negative: a minus before a number is part of the number. */
    private double number() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(1_000_000);
            case 1 -> random.nextDouble();
            case 2 -> random.nextDouble() * 1e18;
            default -> random.nextDouble() * 1e-9;
        };
    }

    private TimeUnit unit() {
        return pick(List.of(TimeUnit.values()));
    }

    private Expr expr(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 9)) {
            case 0 -> new Expr.Num(random.nextBoolean() ? number() : -number());
            case 1 -> new Expr.Str(text());
            case 2 -> new Expr.Bool(random.nextBoolean());
            case 3 -> new Expr.Attr(name());
            case 4 -> new Expr.Arith("+-*/%".charAt(random.nextInt(5)), expr(depth - 1), expr(depth - 1));
            case 5 -> new Expr.Neg(new Expr.Attr(name()));
            case 6 -> new Expr.Pick(new Expr.Attr(name()), "count");
            case 7 ->
                new Expr.Call(
                        "filter",
                        List.of(expr(depth - 1), new Expr.Where(cond(depth - 1))),
                        Map.of("t", new Expr.Num(number())));
            default ->
                new Expr.Call(
                        "if",
                        List.of(new Expr.Test(cond(depth - 1)), expr(depth - 1), new Expr.Span(number(), unit())),
                        Map.of());
        };
    }

    private Cond cond(int depth) {
        return switch (random.nextInt(depth <= 0 ? 6 : 9)) {
            case 0 -> new Cond.Compare(pick(List.of(Cond.Operator.values())), expr(1), expr(1));
            case 1 -> new Cond.In(expr(1), list(1, 3, () -> expr(0)), random.nextBoolean());
            case 2 -> new Cond.Like(expr(1), text(), random.nextBoolean());
            case 3 -> new Cond.Rlike(expr(1), text(), random.nextBoolean());
            case 4 -> new Cond.IsNull(expr(1), random.nextBoolean());
            case 5 -> new Cond.IsTruth(expr(1), random.nextBoolean(), random.nextBoolean());
            case 6 -> new Cond.And(list(2, 3, () -> cond(depth - 1)));
            case 7 -> new Cond.Or(list(2, 3, () -> cond(depth - 1)));
            default -> new Cond.Not(cond(depth - 1));
        };
    }

    private Facet facet() {
        return random.nextBoolean()
                ? new Facet.By(list(1, 5, () -> new SelectItem(expr(1), random.nextBoolean() ? null : text())))
                : new Facet.Cases(
                        list(1, 3, () -> new Facet.Case(cond(2), random.nextBoolean() ? null : text())),
                        random.nextBoolean() ? null : new Expr.Attr(name()));
    }

    private Query.TimeSeries timeSeries() {
        return switch (random.nextInt(3)) {
            case 0 -> new Query.TimeSeries.Auto();
            case 1 -> new Query.TimeSeries.Max();
            default -> new Query.TimeSeries.Every(number(), unit());
        };
    }

    private TimePoint point() {
        return switch (random.nextInt(6)) {
            case 0 -> new TimePoint.Epoch(random.nextInt(Integer.MAX_VALUE));
            case 1 -> new TimePoint.Ago(number(), unit());
            case 2 -> new TimePoint.Day("yesterday", random.nextBoolean() ? null : "09:00");
            case 3 -> new TimePoint.Period(random.nextBoolean(), unit());
            case 4 -> new TimePoint.Text("2026-09-01 10:00:00");
            default -> new TimePoint.Now();
        };
    }
}
