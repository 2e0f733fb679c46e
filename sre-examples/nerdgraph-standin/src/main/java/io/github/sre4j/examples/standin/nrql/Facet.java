package io.github.sre4j.examples.standin.nrql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The groups of a query. */
public sealed interface Facet {
    record By(List<SelectItem> items) implements Facet {
        public By {
            items = List.copyOf(items);
        }
    }

    /** {@code CASES(WHERE ... AS 'label', ...) OR attribute}: the first matching case takes the event. */
    record Cases(List<Case> cases, Expr.@Nullable Attr otherwise) implements Facet {
        public Cases {
            cases = List.copyOf(cases);
        }
    }

    record Case(Cond condition, @Nullable String label) {}
}
