package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.events.Kind;
import io.github.sre4j.examples.standin.nrql.Expr;
import io.github.sre4j.examples.standin.nrql.Facet;
import io.github.sre4j.examples.standin.nrql.NrqlPrinter;
import io.github.sre4j.examples.standin.nrql.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facets of a query as columns to group by: one a facet and kind. Events without any facet value make no group. */
final class Grouping {
    private static final Kind[] KINDS = Kind.values();

    private final List<Typed> facets = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    Grouping(@Nullable Facet facet, ValueSql values, ConditionSql conditions) {
        if (facet instanceof Facet.By by) {
            for (SelectItem item : by.items()) {
                facets.add(values.of(item.value()));
                names.add(name(item));
            }
        } else if (facet instanceof Facet.Cases cases) {
            facets.add(cases(cases, values, conditions));
            names.add("Cases");
        }
    }

    private static String name(SelectItem item) {
        if (item.alias() != null) {
            return item.alias();
        }
        return item.value() instanceof Expr.Attr attr ? attr.name() : NrqlPrinter.print(item.value());
    }

    private static Typed cases(Facet.Cases cases, ValueSql values, ConditionSql conditions) {
        List<Sql> branches = new ArrayList<>();
        for (Facet.Case one : cases.cases()) {
            String label = one.label() == null ? NrqlPrinter.print(one.condition()) : one.label();
            branches.add(Sql.of("WHEN # THEN CAST(# AS VARCHAR)", conditions.of(one.condition()), label));
        }
        Typed rest = cases.otherwise() == null ? Typed.MISSING : values.of(cases.otherwise());
        Sql text = Sql.of("CASE # ELSE # END", Sql.join(" ", branches), rest.as(Kind.TEXT));
        List<Sql> none = new ArrayList<>();
        cases.cases().forEach(one -> none.add(Sql.of("NOT #", conditions.of(one.condition()))));
        Sql left = Sql.all(none);
        return new Typed(Map.of(
                Kind.TEXT, text,
                Kind.NUMBER, Sql.of("CASE WHEN # THEN # END", left, rest.as(Kind.NUMBER)),
                Kind.TRUTH, Sql.of("CASE WHEN # THEN # END", left, rest.as(Kind.TRUTH))));
    }

    boolean isEmpty() {
        return facets.isEmpty();
    }

    List<String> names() {
        return names;
    }

    /** Columns to compute for every event, each with its alias. */
    List<Sql> columns() {
        List<Sql> columns = new ArrayList<>();
        for (int i = 0; i < facets.size(); i++) {
            for (Kind kind : KINDS) {
                columns.add(Sql.of("# AS " + alias(i, kind), facets.get(i).as(kind)));
            }
        }
        return columns;
    }

    List<String> aliases() {
        List<String> aliases = new ArrayList<>();
        for (int i = 0; i < facets.size(); i++) {
            for (Kind kind : KINDS) {
                aliases.add(alias(i, kind));
            }
        }
        return aliases;
    }

    private static String alias(int facet, Kind kind) {
        return "f" + facet + "_" + kind.name();
    }

    /** The condition, over the columns, that an event belongs to some group. */
    Sql present() {
        List<Sql> any = new ArrayList<>();
        aliases().forEach(alias -> any.add(new Sql(alias + " IS NOT NULL", List.of())));
        return facets.isEmpty() ? Sql.TRUE : Sql.any(any);
    }

    /** The values of the facets from the cells of {@link #aliases}; a facet may be null beside one that is not. */
    List<@Nullable Object> key(List<Object> cells) {
        List<@Nullable Object> key = new ArrayList<>();
        for (int i = 0; i < facets.size(); i++) {
            Object value = null;
            for (Object cell : cells.subList(i * KINDS.length, (i + 1) * KINDS.length)) {
                value = value == null ? cell : value;
            }
            key.add(Numbers.plain(value));
        }
        return key;
    }

    /** The condition, over the columns, that an event belongs to the group of a key. */
    Sql matches(List<@Nullable Object> key) {
        List<Sql> all = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            Object value = key.get(i);
            if (value == null) {
                for (Kind kind : KINDS) {
                    all.add(new Sql(alias(i, kind) + " IS NULL", List.of()));
                }
            } else {
                Kind kind = value instanceof Number ? Kind.NUMBER : value instanceof Boolean ? Kind.TRUTH : Kind.TEXT;
                Object plain = value instanceof Number number ? (Object) number.doubleValue() : value;
                all.add(Sql.of("coalesce(" + alias(i, kind) + " = #, FALSE)", plain));
            }
        }
        return Sql.all(all);
    }
}
