package io.github.sre4j.examples.standin.answer;

import java.util.ArrayList;
import java.util.List;

/** A piece of SQL with the values of its question marks, in order. */
record Sql(String text, List<Object> parameters) {
    static final Sql TRUE = new Sql("TRUE", List.of());
    static final Sql FALSE = new Sql("FALSE", List.of());

    Sql {
        parameters = List.copyOf(parameters);
    }

    /** Text made in this package, each {@code #} replaced by a piece or by a question mark for a value. */
    static Sql of(String template, Object... parts) {
        StringBuilder text = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        int part = 0;
        for (int i = 0; i < template.length(); i++) {
            if (template.charAt(i) != '#') {
                text.append(template.charAt(i));
            } else if (parts[part++] instanceof Sql sql) {
                text.append(sql.text);
                parameters.addAll(sql.parameters);
            } else {
                text.append('?');
                parameters.add(parts[part - 1]);
            }
        }
        if (part != parts.length) {
            throw new IllegalArgumentException("a template with " + part + " places got " + parts.length + " parts");
        }
        return new Sql(text.toString(), parameters);
    }

    static Sql join(String separator, List<Sql> pieces) {
        StringBuilder text = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        for (Sql piece : pieces) {
            text.append(text.length() == 0 ? "" : separator).append(piece.text);
            parameters.addAll(piece.parameters);
        }
        return new Sql(text.toString(), parameters);
    }

    static Sql any(List<Sql> conditions) {
        return conditions.isEmpty() ? FALSE : of("(#)", join(" OR ", conditions));
    }

    static Sql all(List<Sql> conditions) {
        return conditions.isEmpty() ? TRUE : of("(#)", join(" AND ", conditions));
    }
}
