package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.events.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A value that may be of several kinds from event to event: the SQL that yields it as each, null where it is another. */
record Typed(Map<Kind, Sql> forms) {
    static final Typed MISSING = new Typed(Map.of());

    Typed {
        forms = forms.isEmpty() ? Map.of() : new EnumMap<>(forms);
    }

    static Typed of(Kind kind, Sql sql) {
        return new Typed(Map.of(kind, sql));
    }

    /** As the kind wanted; SQL's null if it never is. */
    Sql as(Kind kind) {
        Sql form = forms.get(kind);
        return form == null ? new Sql("CAST(NULL AS " + kind.sqlType() + ")", List.of()) : form;
    }

    Sql isPresent() {
        List<Sql> present = new ArrayList<>();
        forms.values().forEach(form -> present.add(Sql.of("# IS NOT NULL", form)));
        return Sql.any(present);
    }
}
