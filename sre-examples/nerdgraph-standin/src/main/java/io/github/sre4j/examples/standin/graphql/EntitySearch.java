package io.github.sre4j.examples.standin.graphql;

import io.github.sre4j.examples.standin.nrql.Cond;
import io.github.sre4j.examples.standin.nrql.Expr;
import io.github.sre4j.examples.standin.nrql.NrqlParser;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The query of {@code entitySearch}: {@code =}, {@code !=}, {@code IN}, {@code LIKE}, AND, OR, NOT. Names match as loosely as
 * New Relic matches them: whatever the case, with {@code . , ; : * - _} and blanks all the same, and anywhere within the name.
 */
final class EntitySearch {
    private static final Pattern SEPARATORS = Pattern.compile("[.,;:*\\-_\\s%]+");

    private EntitySearch() {}

    static Predicate<KnownEntity> parse(String query) {
        return query.isBlank() ? entity -> true : of(NrqlParser.parseCondition(query));
    }

    private static Predicate<KnownEntity> of(Cond condition) {
        if (condition instanceof Cond.And and) {
            return and.all().stream().map(EntitySearch::of).reduce(entity -> true, Predicate::and);
        } else if (condition instanceof Cond.Or or) {
            return or.any().stream().map(EntitySearch::of).reduce(entity -> false, Predicate::or);
        } else if (condition instanceof Cond.Not not) {
            return of(not.of()).negate();
        } else if (condition instanceof Cond.Compare compare) {
            Predicate<KnownEntity> equal = entity -> matches(entity, compare.left(), text(compare.right()));
            return switch (compare.operator()) {
                case EQ -> equal;
                case NE -> equal.negate();
                default -> throw refused();
            };
        } else if (condition instanceof Cond.In in) {
            Predicate<KnownEntity> any =
                    entity -> in.values().stream().anyMatch(value -> matches(entity, in.of(), text(value)));
            return in.negated() ? any.negate() : any;
        } else if (condition instanceof Cond.Like like) {
            Predicate<KnownEntity> alike = entity -> matches(entity, like.of(), like.pattern());
            return like.negated() ? alike.negate() : alike;
        }
        throw refused();
    }

    private static NerdGraphException refused() {
        return new NerdGraphException("BAD_USER_INPUT", "An entity search takes =, !=, IN, LIKE, AND, OR and NOT");
    }

    private static boolean matches(KnownEntity entity, Expr attribute, String wanted) {
        if (!(attribute instanceof Expr.Attr attr)) {
            throw refused();
        }
        return switch (attr.name()) {
            case "name" -> loosely(entity.name()).contains(loosely(wanted));
            case "accountId", "tags.accountId" ->
                String.valueOf(entity.accountId()).equals(wanted);
            case "domain" -> entity.domain().equalsIgnoreCase(wanted);
            case "type" -> entity.type().equalsIgnoreCase(wanted);
            case "domainType" -> (entity.domain() + "-" + entity.type()).equalsIgnoreCase(wanted);
            case "id", "guid" -> entity.guid().equals(wanted);
            case "reporting" -> String.valueOf(entity.reporting()).equalsIgnoreCase(wanted);
            default -> false;
        };
    }

    private static String loosely(String name) {
        return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static String text(Expr value) {
        if (value instanceof Expr.Str str) {
            return str.value();
        } else if (value instanceof Expr.Num num) {
            return String.valueOf((long) num.value());
        } else if (value instanceof Expr.Bool bool) {
            return String.valueOf(bool.value());
        }
        throw refused();
    }
}
