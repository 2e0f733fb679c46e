package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.events.Kind;
import io.github.sre4j.examples.standin.nrql.Cond;
import io.github.sre4j.examples.standin.nrql.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Conditions as SQL that is true or false, never null: what is missing equals nothing, so {@code !=}, {@code NOT IN} and
 * {@code NOT LIKE} hold for it. Values of different kinds never equal each other.
 */
final class ConditionSql {
    private final ValueSql values;

    ConditionSql(ValueSql values) {
        this.values = values;
    }

    Sql of(Cond condition) {
        if (condition instanceof Cond.And and) {
            return Sql.all(and.all().stream().map(this::of).toList());
        } else if (condition instanceof Cond.Or or) {
            return Sql.any(or.any().stream().map(this::of).toList());
        } else if (condition instanceof Cond.Not not) {
            return Sql.of("(NOT #)", of(not.of()));
        } else if (condition instanceof Cond.Compare compare) {
            return compare(compare.operator(), values.of(compare.left()), values.of(compare.right()));
        } else if (condition instanceof Cond.In in) {
            return negated(in.negated(), in(in));
        } else if (condition instanceof Cond.Like like) {
            Sql text = values.of(like.of()).as(Kind.TEXT);
            return negated(
                    like.negated(), Sql.of("coalesce(# ILIKE # ESCAPE '\\', FALSE)", text, pattern(like.pattern())));
        } else if (condition instanceof Cond.Rlike rlike) {
            Sql text = values.of(rlike.of()).as(Kind.TEXT);
            return negated(rlike.negated(), Sql.of("coalesce(regexp_full_match(#, #), FALSE)", text, rlike.regex()));
        } else if (condition instanceof Cond.IsNull is) {
            return negated(!is.negated(), values.of(is.of()).isPresent());
        }
        Cond.IsTruth is = (Cond.IsTruth) condition;
        Sql truth = values.of(is.of()).as(Kind.TRUTH);
        return negated(is.negated(), Sql.of("coalesce(# = " + (is.truth() ? "TRUE" : "FALSE") + ", FALSE)", truth));
    }

    private static Sql negated(boolean negated, Sql condition) {
        return negated ? Sql.of("(NOT #)", condition) : condition;
    }

    private static Sql compare(Cond.Operator operator, Typed left, Typed right) {
        boolean not = operator == Cond.Operator.NE;
        String symbol = not ? "=" : operator.symbol();
        List<Sql> kinds = new ArrayList<>();
        for (Map.Entry<Kind, Sql> form : left.forms().entrySet()) {
            if (right.forms().containsKey(form.getKey())) {
                kinds.add(Sql.of("coalesce(# " + symbol + " #, FALSE)", form.getValue(), right.as(form.getKey())));
            }
        }
        return negated(not, Sql.any(kinds));
    }

    private Sql in(Cond.In in) {
        Typed of = values.of(in.of());
        List<Sql> kinds = new ArrayList<>();
        for (Map.Entry<Kind, Sql> form : of.forms().entrySet()) {
            List<Sql> candidates = new ArrayList<>();
            for (Expr value : in.values()) {
                Sql candidate = values.of(value).forms().get(form.getKey());
                if (candidate != null) {
                    candidates.add(candidate);
                }
            }
            if (!candidates.isEmpty()) {
                kinds.add(Sql.of("coalesce(# IN (#), FALSE)", form.getValue(), Sql.join(", ", candidates)));
            }
        }
        return Sql.any(kinds);
    }

    /** NRQL's only wildcard is the percent sign; whatever else means something to SQL is escaped. */
    private static String pattern(String nrql) {
        return nrql.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("_", "\\_");
    }
}
