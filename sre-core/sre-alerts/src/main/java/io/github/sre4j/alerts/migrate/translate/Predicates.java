package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.nrql.NrqlPredicate;
import io.github.sre4j.alerts.nrql.NrqlPredicate.And;
import io.github.sre4j.alerts.nrql.NrqlPredicate.Comparison;
import io.github.sre4j.alerts.nrql.NrqlPredicate.In;
import io.github.sre4j.alerts.nrql.NrqlPredicate.IsNull;
import io.github.sre4j.alerts.nrql.NrqlPredicate.IsTruth;
import io.github.sre4j.alerts.nrql.NrqlPredicate.Like;
import io.github.sre4j.alerts.nrql.NrqlPredicate.Or;
import io.github.sre4j.alerts.nrql.NrqlPredicate.Rlike;
import java.util.ArrayList;
import java.util.List;

/** Combines predicates; negation keeps documents without the attribute, as Lucene does and a plain NOT does not. */
final class Predicates {

    private Predicates() {}

    static NrqlPredicate and(List<NrqlPredicate> parts) {
        List<NrqlPredicate> flat = new ArrayList<>();
        for (NrqlPredicate part : parts) {
            if (part instanceof And and) {
                flat.addAll(and.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new And(flat);
    }

    static NrqlPredicate or(List<NrqlPredicate> parts) {
        if (parts.stream().anyMatch(NrqlPredicate::isAlwaysTrue)) {
            return new And(List.of());
        }
        List<NrqlPredicate> flat = new ArrayList<>();
        for (NrqlPredicate part : parts) {
            if (part instanceof Or or) {
                flat.addAll(or.parts());
            } else {
                flat.add(part);
            }
        }
        List<NrqlPredicate> distinct = flat.stream().distinct().toList();
        if (distinct.size() == 1) {
            return distinct.get(0);
        }
        boolean oneList = distinct.stream()
                .allMatch(part -> distinct.get(0) instanceof Comparison
                        && part instanceof Comparison comparison
                        && comparison.operator().equals("=")
                        && isSameKind(comparison, (Comparison) distinct.get(0)));
        if (oneList) {
            return new In(
                    ((Comparison) distinct.get(0)).attribute(),
                    distinct.stream().map(part -> ((Comparison) part).literal()).toList(),
                    false);
        }
        return new Or(distinct);
    }

    private static boolean isSameKind(Comparison one, Comparison other) {
        return one.attribute().equals(other.attribute())
                && one.literal().startsWith("'") == other.literal().startsWith("'");
    }

    /** Returns a comparison with a value that the logs may hold as a number or as text. */
    static NrqlPredicate numberOrText(String attribute, java.math.BigDecimal number, String text) {
        return new Or(List.of(NrqlPredicate.compare(attribute, "=", number), NrqlPredicate.equal(attribute, text)));
    }

    /** Returns the complement over documents with and without the attributes. */
    static NrqlPredicate negate(NrqlPredicate predicate) {
        if (predicate instanceof And and) {
            return or(and.parts().stream().map(Predicates::negate).toList());
        } else if (predicate instanceof Or or) {
            return and(or.parts().stream().map(Predicates::negate).toList());
        } else if (predicate instanceof Comparison comparison) {
            return orAbsent(
                    comparison.attribute(),
                    new Comparison(comparison.attribute(), opposite(comparison.operator()), comparison.literal()));
        } else if (predicate instanceof In in) {
            return orAbsent(in.attribute(), new In(in.attribute(), in.literals(), true));
        } else if (predicate instanceof Like like) {
            return orAbsent(like.attribute(), new Like(like.attribute(), like.pattern(), true));
        } else if (predicate instanceof Rlike rlike) {
            return orAbsent(rlike.attribute(), new Rlike(rlike.attribute(), rlike.regex(), true));
        } else if (predicate instanceof IsNull isNull) {
            return new IsNull(isNull.attribute(), !isNull.negated());
        } else if (predicate instanceof IsTruth isTruth) {
            return orAbsent(isTruth.attribute(), new IsTruth(isTruth.attribute(), !isTruth.value()));
        }
        throw new IllegalStateException("no complement of " + predicate);
    }

    private static NrqlPredicate orAbsent(String attribute, NrqlPredicate negated) {
        return new Or(List.of(new IsNull(attribute, false), negated));
    }

    private static String opposite(String operator) {
        return switch (operator) {
            case "=" -> "!=";
            case "!=" -> "=";
            case "<" -> ">=";
            case "<=" -> ">";
            case ">" -> "<=";
            default -> "<";
        };
    }
}
