package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.events.EventStore;
import io.github.sre4j.examples.standin.events.Kind;
import io.github.sre4j.examples.standin.events.Metrics;
import io.github.sre4j.examples.standin.nrql.Cond;
import io.github.sre4j.examples.standin.nrql.Expr;
import io.github.sre4j.examples.standin.nrql.Facet;
import io.github.sre4j.examples.standin.nrql.Query;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Timeslice metrics are kept by application: a query that names none, or none there is, is refused. */
final class Applications {
    private static final Set<String> NAMES = Set.of("appName", "appId", "entity.guid", "entityGuid");

    private final EventStore store;

    Applications(EventStore store) {
        this.store = store;
    }

    void check(Query query) {
        if (!query.from().contains(Metrics.EVENT_TYPE) || !asksForTimeslices(query)) {
            return;
        }
        if (query.where() == null || !names(query.where())) {
            throw new QueryRefusedException(
                    "No application was matched (did you specify appId, appName or entity.guid?)");
        }
    }

    private boolean asksForTimeslices(Query query) {
        return Stream.concat(query.select().stream().map(item -> item.value()), conditions(query))
                .anyMatch(this::mentions);
    }

    private static Stream<Expr> conditions(Query query) {
        Stream<Expr> where = query.where() == null ? Stream.of() : Stream.of(new Expr.Where(query.where()));
        return query.facet() instanceof Facet.Cases cases
                ? Stream.concat(where, cases.cases().stream().map(one -> new Expr.Where(one.condition())))
                : where;
    }

    private boolean mentions(Expr value) {
        if (value instanceof Expr.Attr attr) {
            return Metrics.isTimeslice(attr.name()) || attr.name().equals("metricTimesliceName");
        } else if (value instanceof Expr.Str str) {
            return Metrics.isTimeslice(str.value());
        } else if (value instanceof Expr.Call call) {
            return call.arguments().stream().anyMatch(this::mentions);
        } else if (value instanceof Expr.Arith arith) {
            return mentions(arith.left()) || mentions(arith.right());
        } else if (value instanceof Expr.Pick pick) {
            return mentions(pick.of());
        } else if (value instanceof Expr.Where where) {
            return leaves(where.condition()).anyMatch(this::mentions);
        }
        return false;
    }

    private static Stream<Expr> leaves(Cond condition) {
        if (condition instanceof Cond.And and) {
            return and.all().stream().flatMap(Applications::leaves);
        } else if (condition instanceof Cond.Or or) {
            return or.any().stream().flatMap(Applications::leaves);
        } else if (condition instanceof Cond.Not not) {
            return leaves(not.of());
        } else if (condition instanceof Cond.Compare compare) {
            return Stream.of(compare.left(), compare.right());
        } else if (condition instanceof Cond.In in) {
            return Stream.concat(Stream.of(in.of()), in.values().stream());
        }
        return Stream.of();
    }

    /** Whether the condition holds only for applications by name, and one of these is known. */
    private boolean names(Cond condition) {
        if (condition instanceof Cond.And and) {
            return and.all().stream().anyMatch(this::names);
        } else if (condition instanceof Cond.Or or) {
            return or.any().stream().allMatch(this::names);
        } else if (condition instanceof Cond.Compare compare) {
            return compare.operator() == Cond.Operator.EQ
                    && (isKnown(compare.left(), compare.right()) || isKnown(compare.right(), compare.left()));
        } else if (condition instanceof Cond.In in) {
            return !in.negated() && in.values().stream().anyMatch(value -> isKnown(in.of(), value));
        }
        return condition instanceof Cond.Like like
                && !like.negated()
                && like.of() instanceof Expr.Attr attr
                && attr.name().equals("appName");
    }

    private boolean isKnown(Expr attribute, Expr value) {
        if (!(attribute instanceof Expr.Attr attr) || !NAMES.contains(attr.name())) {
            return false;
        }
        Source source = new Source(store, List.of(Metrics.EVENT_TYPE));
        Sql match = new ConditionSql(new ValueSql(source)).of(new Cond.Compare(Cond.Operator.EQ, attribute, value));
        Sql sql = Sql.of(
                "SELECT # IS NOT NULL FROM (#) WHERE # LIMIT 1",
                source.attribute("metricName").as(Kind.TEXT),
                source.relation(),
                match);
        return !Aggregation.run(store, sql).isEmpty();
    }
}
